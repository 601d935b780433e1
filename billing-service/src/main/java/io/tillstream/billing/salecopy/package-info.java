/** Our own copy of every completed sale, so that an invoice needs no other service. */
@NullMarked
package io.tillstream.billing.salecopy;

import org.jspecify.annotations.NullMarked;
