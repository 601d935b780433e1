/** Seals personal data with a key per customer; destroying the key is forgetting the customer. */
@NullMarked
package io.tillstream.customer.vault;

import org.jspecify.annotations.NullMarked;
