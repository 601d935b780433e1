/** The firms that carry parcels, behind one port. */
@NullMarked
package io.tillstream.shipping.carrier;

import org.jspecify.annotations.NullMarked;
