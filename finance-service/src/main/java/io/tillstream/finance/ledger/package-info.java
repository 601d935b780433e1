/** The ledger: a chart of accounts, the journal that is only ever added to, and the balances derived from it. */
@NullMarked
package io.tillstream.finance.ledger;

import org.jspecify.annotations.NullMarked;
