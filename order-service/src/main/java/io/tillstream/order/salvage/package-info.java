/** What a device that can't send any more held, brought in by somebody from its file or from paper receipts; and who did. */
@NullMarked
package io.tillstream.order.salvage;

import org.jspecify.annotations.NullMarked;
