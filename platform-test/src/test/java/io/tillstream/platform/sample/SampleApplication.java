package io.tillstream.platform.sample;

import static org.springframework.http.HttpMethod.PUT;

import io.tillstream.platform.events.Consumers;
import io.tillstream.platform.events.IncomingEvent;
import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.events.OutgoingEvent;
import io.tillstream.platform.money.Money;
import io.tillstream.platform.security.AccessRules;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Failure;
import io.tillstream.platform.web.Fingerprint;
import io.tillstream.platform.web.Put;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service that uses all of the platform. */
@SpringBootApplication
public class SampleApplication {
    static final String TOPIC = "pos.sample.note";
    static final String TYPE = "sample.note-taken.v1";

    record NoteLine(
            @NotBlank String text,
            BigDecimal quantity,
            @Nullable String remark) {}

    record TakeNote(@NotBlank String storeId, Money price, List<@Valid NoteLine> lines) {}

    record NoteTaken(UUID id, String storeId) {}

    @Bean
    AccessRules accessRules() {
        return rules -> rules.requestMatchers(PUT, "/api/notes/*").hasAnyRole("CASHIER");
    }

    @Bean
    Consumer<Message<List<byte[]>>> notes(Consumers consumers, JdbcClient jdbc) {
        return consumers.batch("notes", Set.of(TYPE), events -> {
            for (IncomingEvent event : events) {
                NoteTaken note = event.as(NoteTaken.class);
                if (note.storeId().equals("poison")) {
                    throw new IllegalArgumentException("this note cannot be applied");
                }
                jdbc.sql("insert into note_seen (id, store_id) values (?, ?)")
                        .params(note.id(), note.storeId())
                        .update();
            }
        });
    }

    @RestController
    static class Notes {
        private final JdbcClient jdbc;
        private final Outbox outbox;
        private final Clock clock;

        Notes(JdbcClient jdbc, Outbox outbox, Clock clock) {
            this.jdbc = jdbc;
            this.outbox = outbox;
            this.clock = clock;
        }

        @PutMapping("/api/notes/{id}")
        @Transactional
        ResponseEntity<NoteTaken> take(@PathVariable UUID id, @Valid @RequestBody TakeNote note, Caller caller) {
            caller.mustServe(note.storeId());
            if (note.storeId().equals("closed")) {
                throw new StoreClosed().with("/storeId", "is closed");
            }
            NoteTaken taken = new NoteTaken(id, note.storeId());
            int inserted = jdbc.sql("insert into note values (?, ?, ?) on conflict do nothing")
                    .params(id, note.storeId(), Fingerprint.of(note))
                    .update();
            if (inserted == 0) {
                Fingerprint.mustMatch(
                        jdbc.sql("select fingerprint from note where id = ?")
                                .param(id)
                                .query(byte[].class)
                                .single(),
                        note);
                return Put.seenBefore(taken);
            }
            outbox.append(OutgoingEvent.of(TOPIC, id.toString(), TYPE, 1, clock.instant(), taken));
            if (note.lines().isEmpty()) {
                throw new IllegalStateException("secret: thrown after the event was written");
            }
            return Put.created(taken);
        }

        @GetMapping("/api/notes/{id}")
        Map<String, Object> read(@PathVariable UUID id) {
            return jdbc.sql("select id, store_id from note where id = ?")
                    .param(id)
                    .query()
                    .singleRow();
        }
    }

    static class StoreClosed extends Failure {
        StoreClosed() {
            super(Kind.CONFLICT, "store-closed", "The store is closed.");
        }
    }
}
