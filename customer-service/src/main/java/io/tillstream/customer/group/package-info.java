/** The groups that customers are in, as far as anybody is. */
@NullMarked
package io.tillstream.customer.group;

import org.jspecify.annotations.NullMarked;
