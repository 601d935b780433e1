/** Tax rates by country and category, each from a day on. */
@NullMarked
package io.tillstream.catalog.tax;

import org.jspecify.annotations.NullMarked;
