/** Which things done at a till need a second person: policies as data, what they ask for, and who approved what. */
@NullMarked
package io.tillstream.order.approval;

import org.jspecify.annotations.NullMarked;
