/** What products cost us: the price last agreed with a supplier, as purchase orders tell it. */
@NullMarked
package io.tillstream.catalog.cost;

import org.jspecify.annotations.NullMarked;
