/** What is in stock where, and why: movements are the truth, levels their sum. */
@NullMarked
package io.tillstream.inventory;

import org.jspecify.annotations.NullMarked;
