/** Setting HTML on pages of a PDF, in letters that come with this service. */
@NullMarked
package io.tillstream.billing.paper;

import org.jspecify.annotations.NullMarked;
