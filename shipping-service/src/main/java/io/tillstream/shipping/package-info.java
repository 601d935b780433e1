/** Brings goods that were promised to customers to their doors. */
@NullMarked
package io.tillstream.shipping;

import org.jspecify.annotations.NullMarked;
