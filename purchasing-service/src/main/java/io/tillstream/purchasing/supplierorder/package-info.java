/** Purchase orders on their way to the supplier: received from the order service, sent by mail, followed until they are out. */
@NullMarked
package io.tillstream.purchasing.supplierorder;

import org.jspecify.annotations.NullMarked;
