/** Proves a till's journal without anything else of the suite: every entry whole, signed, in its place. */
@NullMarked
package io.tillstream.journal;

import org.jspecify.annotations.NullMarked;
