package io.tillstream.payment.payment;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks payments up; asks no terminal. */
@Service
class PaymentArchive {
    private static final UUID BEYOND_ALL = new UUID(-1, -1);

    private final Payments payments;

    PaymentArchive(Payments payments) {
        this.payments = payments;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<PaymentView> list(
            Caller caller,
            @Nullable String storeId,
            @Nullable UUID saleId,
            @Nullable PaymentStatus status,
            @Nullable UUID cursor,
            int limit) {
        if (storeId != null && !caller.mayServe(storeId)) {
            throw new NotFound("store \"" + storeId + "\"");
        }
        List<PaymentView> rows = payments
                .list(
                        storeId == null && caller.servesEveryStore(),
                        storeId == null ? List.copyOf(caller.stores()) : List.of(storeId),
                        saleId,
                        status,
                        cursor == null ? BEYOND_ALL : cursor,
                        Limit.of(limit + 1))
                .stream()
                .map(PaymentView::of)
                .toList();
        return Page.of(rows, limit, last -> last.id().toString());
    }

    /** Every state the payment had, oldest first. */
    @Transactional(readOnly = true)
    public List<PaymentStepView> steps(UUID id, Caller caller) {
        return payments.findById(id)
                .filter(payment -> caller.mayServe(payment.storeId()))
                .map(payment ->
                        payment.steps().stream().map(PaymentStepView::of).toList())
                .orElseThrow(() -> new NotFound("payment " + id));
    }
}
