/** Products from a CSV file: checked line by line, stored together. */
@NullMarked
package io.tillstream.catalog.productimport;

import org.jspecify.annotations.NullMarked;
