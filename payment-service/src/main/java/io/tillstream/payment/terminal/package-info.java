/** What payments need of a card terminal, whoever makes it. */
@NullMarked
package io.tillstream.payment.terminal;

import org.jspecify.annotations.NullMarked;
