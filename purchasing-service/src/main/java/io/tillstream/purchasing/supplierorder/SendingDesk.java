package io.tillstream.purchasing.supplierorder;

import io.tillstream.platform.mail.MailFailed;
import io.tillstream.platform.mail.MailProperties;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.purchasing.letter.Letter;
import io.tillstream.purchasing.supplier.SupplierChanged;
import io.tillstream.purchasing.supplier.SupplierDesk;
import io.tillstream.purchasing.supplier.SupplierView;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps book of what is to be sent: each step is its own transaction, the mail server is talked to in between. */
@Service
class SendingDesk {

    private final SupplierOrders orders;
    private final SupplierDesk suppliers;
    private final LetterWriter letters;
    private final SentPapers papers;
    private final SupplierOrderNews news;
    private final MailProperties properties;
    private final Clock clock;

    SendingDesk(
            SupplierOrders orders,
            SupplierDesk suppliers,
            LetterWriter letters,
            SentPapers papers,
            SupplierOrderNews news,
            MailProperties properties,
            Clock clock) {
        this.orders = orders;
        this.suppliers = suppliers;
        this.letters = letters;
        this.papers = papers;
        this.news = news;
        this.properties = properties;
        this.clock = clock;
    }

    @Transactional
    void receive(PurchaseOrderPlaced placed) {
        if (!orders.existsById(placed.id())) {
            orders.save(new SupplierOrder(placed, clock.instant()));
        }
    }

    /** What is due: a letter to send, or an obstacle that was written down instead; empty when nothing is due. */
    @Transactional
    Optional<Due> takeDue() {
        Instant now = clock.instant();
        return orders.takeDue(now).map(order -> {
            Optional<SupplierView> supplier = suppliers.find(order.supplierId());
            Optional<String> obstacle = Obstacle.to(order, supplier);
            if (obstacle.isPresent()) {
                order.needsAttention(obstacle.get());
                return new Due(order.id(), Optional.empty());
            }
            order.startSending(now.plus(properties.lease()));
            return new Due(order.id(), supplier.map(to -> letters.write(order, to)));
        });
    }

    @Transactional
    void sent(Letter letter, String messageId, byte[] pdf) {
        SupplierOrder order = orders.getReferenceById(letter.purchaseOrderId());
        if (order.state() == SupplierOrderState.SENT) {
            return;
        }
        Instant now = clock.instant();
        order.sent(messageId, letter.email(), now);
        papers.keep(order.id(), pdf, now);
        news.sent(orders.saveAndFlush(order));
    }

    @Transactional
    void failed(UUID id, MailFailed failure) {
        SupplierOrder order = orders.getReferenceById(id);
        if (failure.isForGood()) {
            order.needsAttention("This mail cannot be sent as it is: " + failure.reason()
                    + " Correct the supplier, most likely the e-mail address; the order is then sent by itself.");
        } else if (order.attempts() >= properties.tries()) {
            order.needsAttention("The mail server could not be reached " + order.attempts() + " times, last: "
                    + failure.reason() + " Put the mail server right, then ask for another try.");
        } else {
            order.tryAgain(failure.reason(), clock.instant().plus(properties.pauseAfter(order.attempts())));
        }
    }

    /** A person asks for another try. */
    @Transactional
    void retry(UUID id, Caller caller) {
        SupplierOrder order = orders.findById(id)
                .filter(found -> Sight.of(caller).covers(found))
                .orElseThrow(() -> new NotFound("supplier order " + id));
        order.retry(clock.instant());
    }

    /** What needed attention may be sendable now. */
    @EventListener
    void on(SupplierChanged event) {
        SupplierView supplier = event.supplier();
        orders.findBySupplierIdAndState(supplier.id(), SupplierOrderState.NEEDS_ATTENTION).stream()
                .filter(order -> Obstacle.to(order, Optional.of(supplier)).isEmpty())
                .forEach(order -> order.retry(clock.instant()));
    }

    /** An order whose turn it is. */
    record Due(UUID id, Optional<Letter> letter) {}
}
