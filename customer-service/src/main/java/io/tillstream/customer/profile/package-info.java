/** A customer: created and edited at the till or in the office, forgotten on request. */
@NullMarked
package io.tillstream.customer.profile;

import org.jspecify.annotations.NullMarked;
