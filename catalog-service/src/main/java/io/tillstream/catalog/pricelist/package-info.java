/** Named price lists: which stores and customers they are for, when they hold, and which goes first. */
@NullMarked
package io.tillstream.catalog.pricelist;

import org.jspecify.annotations.NullMarked;
