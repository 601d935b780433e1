/** One page with the OpenAPI of every service. */
@NullMarked
package io.tillstream.gateway.apidocs;

import org.jspecify.annotations.NullMarked;
