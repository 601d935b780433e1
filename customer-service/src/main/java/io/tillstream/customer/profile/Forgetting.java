package io.tillstream.customer.profile;

import io.tillstream.customer.search.BlindIndex;
import io.tillstream.customer.vault.CustomerVault;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.AlreadyStoredDifferently;
import io.tillstream.platform.web.NotFound;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The right to be forgotten (GDPR, article 17): the key is destroyed, and with it every sealed copy of the data. */
@Service
public class Forgetting {

    private final Customers customers;
    private final CustomerVault vault;
    private final BlindIndex index;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Forgetting(
            Customers customers,
            CustomerVault vault,
            BlindIndex index,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.customers = customers;
        this.vault = vault;
        this.index = index;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Stored<Erasure> forget(UUID id, ErasureReason reason, Caller caller) {
        customers.takeTurn(id);
        Customer customer = customers.findById(id).orElseThrow(() -> new NotFound("customer " + id));
        Optional<Erasure> done = erasureOf(id);
        if (done.isPresent()) {
            if (done.get().reason() != reason) {
                throw new AlreadyStoredDifferently();
            }
            return Stored.before(done.get());
        }
        Erasure erasure = new Erasure(id, reason, clock.instant(), caller.subject());
        customer.forget(erasure.erasedAt());
        Customer forgotten = customers.saveAndFlush(customer);
        vault.destroyKey(id);
        index.remove(id);
        write(erasure);
        events.publishEvent(new CustomerErased(id, erasure.erasedAt(), forgotten.version()));
        return Stored.now(erasure);
    }

    private Optional<Erasure> erasureOf(UUID id) {
        return jdbc.sql("select customer_id, reason, erased_at, erased_by from customer_erasure where customer_id = ?")
                .param(id)
                .query((row, n) -> new Erasure(
                        row.getObject("customer_id", UUID.class),
                        ErasureReason.valueOf(row.getString("reason")),
                        row.getTimestamp("erased_at").toInstant(),
                        row.getString("erased_by")))
                .optional();
    }

    private void write(Erasure erasure) {
        Instant at = erasure.erasedAt();
        jdbc.sql("insert into customer_erasure (customer_id, reason, erased_at, erased_by) values (?, ?, ?, ?)")
                .params(erasure.customerId(), erasure.reason().name(), Timestamp.from(at), erasure.erasedBy())
                .update();
    }
}
