package io.tillstream.payment.payment;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Put;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Payments over HTTP. */
@RestController
@RequestMapping("/api/payments")
class PaymentController {
    private final PaymentDesk desk;
    private final PaymentArchive archive;

    PaymentController(PaymentDesk desk, PaymentArchive archive) {
        this.desk = desk;
        this.archive = archive;
    }

    @PutMapping("/{id}")
    ResponseEntity<PaymentView> pay(@PathVariable UUID id, @Valid @RequestBody PaymentRequest request, Caller caller) {
        boolean fresh = desk.pay(id, request, caller);
        return answer(fresh, desk.view(id, caller));
    }

    /** Asks the terminal while the outcome is open: this is how a lost answer is found, never by paying again. */
    @GetMapping("/{id}")
    PaymentView payment(@PathVariable UUID id, Caller caller) {
        return desk.resolved(id, caller);
    }

    @PutMapping("/{id}/refunds/{refundId}")
    ResponseEntity<PaymentView.RefundView> refund(
            @PathVariable UUID id,
            @PathVariable UUID refundId,
            @Valid @RequestBody RefundRequest request,
            Caller caller) {
        boolean fresh = desk.refund(id, refundId, request, caller);
        return answer(fresh, refundOf(desk.view(id, caller), refundId));
    }

    @GetMapping("/{id}/refunds/{refundId}")
    PaymentView.RefundView refund(@PathVariable UUID id, @PathVariable UUID refundId, Caller caller) {
        return refundOf(desk.resolved(id, caller), refundId);
    }

    @PutMapping("/{id}/void")
    ResponseEntity<PaymentView> voidPayment(
            @PathVariable UUID id, @Valid @RequestBody VoidRequest request, Caller caller) {
        boolean fresh = desk.voidPayment(id, request, caller);
        return answer(fresh, desk.view(id, caller));
    }

    @GetMapping("/{id}/steps")
    Page<PaymentStepView> steps(@PathVariable UUID id, Caller caller) {
        return new Page<>(archive.steps(id, caller), null);
    }

    @GetMapping
    Page<PaymentView> payments(
            Caller caller,
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable UUID saleId,
            @RequestParam(required = false) @Nullable PaymentStatus status,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return archive.list(caller, storeId, saleId, status, cursor, Page.limit(limit));
    }

    private static PaymentView.RefundView refundOf(PaymentView payment, UUID refundId) {
        List<PaymentView.RefundView> refunds = payment.refunds();
        return refunds.stream()
                .filter(refund -> refund.id().equals(refundId))
                .findFirst()
                .orElseThrow(() -> new NotFound("refund " + refundId));
    }

    private static <T> ResponseEntity<T> answer(boolean fresh, T body) {
        return fresh ? Put.created(body) : Put.seenBefore(body);
    }
}
