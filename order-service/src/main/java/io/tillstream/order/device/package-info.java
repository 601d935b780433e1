/** Which device is which till: enrolled by somebody who may, known by a key that never leaves it, replaced or taken back. */
@NullMarked
package io.tillstream.order.device;

import org.jspecify.annotations.NullMarked;
