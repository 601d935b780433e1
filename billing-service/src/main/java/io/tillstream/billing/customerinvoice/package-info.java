/** Customer invoices: issued once per sale under a gapless number, then never changed. */
@NullMarked
package io.tillstream.billing.customerinvoice;

import org.jspecify.annotations.NullMarked;
