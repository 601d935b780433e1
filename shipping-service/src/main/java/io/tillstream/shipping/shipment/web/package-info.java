/** What the packing table and the office see and say about shipments. */
@NullMarked
package io.tillstream.shipping.shipment.web;

import org.jspecify.annotations.NullMarked;
