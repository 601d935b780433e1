/** Customer orders come in, news of shipments goes out. */
@NullMarked
package io.tillstream.shipping.shipment.messaging;

import org.jspecify.annotations.NullMarked;
