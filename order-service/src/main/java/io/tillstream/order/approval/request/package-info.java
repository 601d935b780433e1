/** A till asks, somebody answers from their own phone or desk; the first answer counts. */
@NullMarked
package io.tillstream.order.approval.request;

import org.jspecify.annotations.NullMarked;
