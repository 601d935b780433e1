/** The catalog as a CSV file that the import takes back. */
@NullMarked
package io.tillstream.catalog.productexport;

import org.jspecify.annotations.NullMarked;
