/** How the labels of a shop's scales are read. */
@NullMarked
package io.tillstream.catalog.scanlayout;

import org.jspecify.annotations.NullMarked;
