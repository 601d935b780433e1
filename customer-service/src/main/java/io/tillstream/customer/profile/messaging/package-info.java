/** News of customers for other services, never with personal data. */
@NullMarked
package io.tillstream.customer.profile.messaging;

import org.jspecify.annotations.NullMarked;
