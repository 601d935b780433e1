/** Our own copy of the stores: where a supplier is to deliver, and who pays. */
@NullMarked
package io.tillstream.purchasing.store;

import org.jspecify.annotations.NullMarked;
