/** How a service describes its API: OpenAPI with the types that really travel. */
@NullMarked
package io.tillstream.platform.apidocs;

import org.jspecify.annotations.NullMarked;
