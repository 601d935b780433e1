/** Families of products that differ in options such as size and colour only. */
@NullMarked
package io.tillstream.catalog.family;

import org.jspecify.annotations.NullMarked;
