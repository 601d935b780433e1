/** Receipts that customers want by e-mail: written down, sent as soon as the mail server takes them, then forgotten. */
@NullMarked
package io.tillstream.billing.receiptmail;

import org.jspecify.annotations.NullMarked;
