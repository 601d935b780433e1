/** After each business date of a store: one hash over all its journals, holding the one before, for whoever keeps it outside. */
@NullMarked
package io.tillstream.order.dailyroot;

import org.jspecify.annotations.NullMarked;
