/** A parcel for one customer order, from the shelf to the customer's door. */
@NullMarked
package io.tillstream.shipping.shipment;

import org.jspecify.annotations.NullMarked;
