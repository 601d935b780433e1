/** Stored sales read with a policy: what should have been approved and was not, who approved what, and what a draft would ask for. */
@NullMarked
package io.tillstream.order.approval.review;

import org.jspecify.annotations.NullMarked;
