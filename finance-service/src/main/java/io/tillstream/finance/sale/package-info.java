/** How a completed sale, return or exchange is booked. */
@NullMarked
package io.tillstream.finance.sale;

import org.jspecify.annotations.NullMarked;
