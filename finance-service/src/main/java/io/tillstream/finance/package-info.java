/** The finance service: the double-entry ledger of the suite. */
@NullMarked
package io.tillstream.finance;

import org.jspecify.annotations.NullMarked;
