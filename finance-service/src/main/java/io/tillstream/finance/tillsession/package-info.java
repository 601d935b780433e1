/** How the difference that a till's cash count shows is booked. */
@NullMarked
package io.tillstream.finance.tillsession;

import org.jspecify.annotations.NullMarked;
