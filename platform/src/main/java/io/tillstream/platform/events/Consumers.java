package io.tillstream.platform.events;

import io.tillstream.platform.tracing.Spans;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.messaging.Message;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Makes the consumer beans of a service; Spring Cloud Stream binds each to its topic by bean name. */
public final class Consumers {
    private final TransactionTemplate transaction;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final JsonMapper json;
    private final Spans spans;
    private final int tries;

    Consumers(
            TransactionTemplate transaction,
            Inbox inbox,
            DeadLetters deadLetters,
            JsonMapper json,
            Spans spans,
            int tries) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.json = json;
        this.spans = spans;
        this.tries = tries;
    }

    /**
     * A batch consumer: one transaction for the inbox rows and the effect of a whole batch. A batch that fails is applied
     * event by event; an event that fails its last try goes to {@code <topic>.dlq}. While the database is unreachable
     * nothing is skipped: the batch is delivered again until it works.
     *
     * @param name stable name of the consumer, part of the inbox key
     * @param types wire types it understands; others are passed over
     */
    public Consumer<Message<List<byte[]>>> batch(String name, Set<String> types, BatchEffect effect) {
        return new BatchConsumer(name, types, effect, transaction, inbox, deadLetters, json, spans, tries);
    }
}
