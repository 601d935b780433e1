/** What the shops sell, how it scans, what it costs and how it is taxed. */
@NullMarked
package io.tillstream.catalog;

import org.jspecify.annotations.NullMarked;
