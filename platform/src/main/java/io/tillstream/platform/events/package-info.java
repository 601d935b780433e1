/** How facts leave and enter a service: outbox and relay, consumers and inbox, dead letters. */
@NullMarked
package io.tillstream.platform.events;

import org.jspecify.annotations.NullMarked;
