/** What was taken by hour, day, product, till and cashier: a read model fed by our own sale events. */
@NullMarked
package io.tillstream.order.dailytakings;

import org.jspecify.annotations.NullMarked;
