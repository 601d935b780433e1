package io.tillstream.order.sale;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Put;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SaleController {

    private final Checkout checkout;

    SaleController(Checkout checkout) {
        this.checkout = checkout;
    }

    @PutMapping("/api/sales/{id}")
    ResponseEntity<SaleReceipt> complete(@PathVariable UUID id, @RequestBody SaleDocument sale, Caller caller) {
        Checkout.Acceptance acceptance = checkout.complete(id, sale, caller);
        return acceptance.first() ? Put.created(acceptance.receipt()) : Put.seenBefore(acceptance.receipt());
    }
}
