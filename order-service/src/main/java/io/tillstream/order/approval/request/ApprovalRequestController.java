package io.tillstream.order.approval.request;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Put;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ApprovalRequestController {

    private final ApprovalCounter counter;

    ApprovalRequestController(ApprovalCounter counter) {
        this.counter = counter;
    }

    @PutMapping("/api/approval-requests/{id}")
    ResponseEntity<ApprovalRequest> ask(
            @PathVariable UUID id, @Valid @RequestBody ApprovalQuestion question, Caller caller) {
        ApprovalCounter.Asked asked = counter.ask(id, question, caller);
        return asked.first() ? Put.created(asked.request()) : Put.seenBefore(asked.request());
    }

    @PutMapping("/api/approval-requests/{id}/decision")
    ApprovalRequest decide(@PathVariable UUID id, @Valid @RequestBody Answer answer, Caller caller) {
        return counter.decide(id, answer, caller);
    }

    @PutMapping("/api/approval-requests/{id}/cancellation")
    ApprovalRequest cancel(@PathVariable UUID id, Caller caller) {
        return counter.cancel(id, caller);
    }

    @GetMapping("/api/approval-requests/{id}")
    ApprovalRequest request(@PathVariable UUID id, Caller caller) {
        return counter.find(id, caller);
    }

    /** What waits for an answer right now, the oldest first; at most 100. */
    @GetMapping("/api/approval-requests")
    Page<ApprovalRequest> waiting(@RequestParam(required = false) @Nullable String storeId, Caller caller) {
        return new Page<>(counter.waiting(storeId, caller), null);
    }
}
