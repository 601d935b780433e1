package io.tillstream.billing.receiptmail;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Put;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Receipts by e-mail over HTTP. */
@RestController
@RequestMapping("/api/receipt-mails")
class ReceiptMailController {

    private final ReceiptMailDesk desk;

    ReceiptMailController(ReceiptMailDesk desk) {
        this.desk = desk;
    }

    /** Sent once, however often it is asked for under this id; a sale that has not arrived yet is waited for. */
    @PutMapping("/{id}")
    ResponseEntity<ReceiptMail> ask(
            @PathVariable UUID id, @Valid @RequestBody ReceiptMailRequest request, Caller caller) {
        ReceiptMailDesk.Asked asked = desk.ask(id, request, caller);
        return asked.fresh() ? Put.created(asked.mail()) : Put.seenBefore(asked.mail());
    }

    @GetMapping("/{id}")
    ReceiptMail receiptMail(@PathVariable UUID id, Caller caller) {
        return desk.find(id, caller);
    }
}
