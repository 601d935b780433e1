/** The built console, served as a single-page application. */
@NullMarked
package io.tillstream.gateway.console;

import org.jspecify.annotations.NullMarked;
