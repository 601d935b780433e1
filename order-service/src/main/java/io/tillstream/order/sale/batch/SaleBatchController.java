package io.tillstream.order.sale.batch;

import io.tillstream.order.sale.Checkout;
import io.tillstream.order.sale.SaleDocument;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Failure;
import io.tillstream.platform.web.Unreadable;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
class SaleBatchController {

    private final Checkout checkout;
    private final BatchGate gate;
    private final JsonMapper json;

    SaleBatchController(Checkout checkout, BatchGate gate, JsonMapper json) {
        this.checkout = checkout;
        this.gate = gate;
        this.json = json;
    }

    /**
     * Takes up to 100 sales of one till (2 MB) and answers for each as if it had been sent alone; sent again, as often as one likes, it
     * stores nothing twice. Whoever comes while too many others do is told when to come again (429).
     */
    @PostMapping("/api/sale-batches")
    BatchAnswer complete(@Valid @RequestBody SaleBatch batch, Caller caller) {
        // what arrives slowly is read before it takes a place from others
        List<Read> sales =
                batch.sales().stream().map(sale -> read(sale, batch.tillId())).toList();
        List<Checkout.Paid> paid =
                sales.stream().map(Read::paid).filter(Objects::nonNull).toList();
        Iterator<Checkout.Outcome> outcomes = paid.isEmpty()
                ? List.<Checkout.Outcome>of().iterator()
                : gate.admit(caller.subject() + "/" + batch.tillId(), () -> checkout.completeAll(paid, caller))
                        .iterator();
        List<BatchAnswer.Result> results = new ArrayList<>(sales.size());
        for (Read sale : sales) {
            results.add(BatchAnswer.Result.of(
                    sale.id(), sale.failure() == null ? outcomes.next() : new Checkout.Refused(sale.failure())));
        }
        return new BatchAnswer(results);
    }

    private Read read(JsonNode sale, String tillId) {
        UUID id = null;
        try {
            Envelope envelope = json.treeToValue(sale, Envelope.class);
            if (envelope == null || envelope.id() == null || envelope.document() == null) {
                return new Read(null, null, new NotASale());
            }
            id = envelope.id();
            SaleDocument document = json.treeToValue(envelope.document(), SaleDocument.class);
            if (document == null) {
                return new Read(id, null, new NotASale());
            }
            return tillId.equals(document.tillId())
                    ? new Read(id, new Checkout.Paid(id, document), null)
                    : new Read(id, null, new OtherTill(tillId));
        } catch (JacksonException unreadable) {
            return new Read(id, null, new Unreadable(unreadable));
        }
    }

    private record Envelope(@Nullable UUID id, @Nullable JsonNode document) {}

    /** A sale that can be read, or why not. */
    private record Read(
            @Nullable UUID id,
            Checkout.@Nullable Paid paid,
            @Nullable Failure failure) {}
}
