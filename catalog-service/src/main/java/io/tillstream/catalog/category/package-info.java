/** The tree that products hang in. */
@NullMarked
package io.tillstream.catalog.category;

import org.jspecify.annotations.NullMarked;
