/** X and Z reports: what a till session took, added up from its sales and movements whenever somebody asks. */
@NullMarked
package io.tillstream.order.tillreport;

import org.jspecify.annotations.NullMarked;
