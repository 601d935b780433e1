/** Scales that speak Mettler-Toledo's 8217 protocol, and one that is only a page. */
@NullMarked
package io.tillstream.print.scale;

import org.jspecify.annotations.NullMarked;
