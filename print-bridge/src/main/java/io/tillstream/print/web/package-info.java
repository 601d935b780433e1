/** What the console may ask of the bridge over loopback HTTP. */
@NullMarked
package io.tillstream.print.web;

import org.jspecify.annotations.NullMarked;
