package io.tillstream.order.approval;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Revision;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ApprovalPolicyController {

    private final PolicyDesk desk;
    private final ApprovalPolicies policies;

    ApprovalPolicyController(PolicyDesk desk, ApprovalPolicies policies) {
        this.desk = desk;
        this.policies = policies;
    }

    @PutMapping("/api/approval-policies/{id}")
    ResponseEntity<ApprovalPolicy> keep(
            @PathVariable UUID id,
            @Valid @RequestBody ApprovalTerms terms,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        PolicyDesk.Kept kept = desk.keep(id, terms, Revision.expected(ifMatch), caller);
        return answer(kept.created() ? HttpStatus.CREATED : HttpStatus.OK, kept.policy());
    }

    @GetMapping("/api/approval-policies/{id}")
    ResponseEntity<ApprovalPolicy> read(@PathVariable UUID id, Caller caller) {
        return answer(HttpStatus.OK, policy(id, caller));
    }

    /** Every version of the policy, newest first. */
    @GetMapping("/api/approval-policies/{id}/versions")
    Page<ApprovalPolicy> versions(@PathVariable UUID id, Caller caller) {
        policy(id, caller);
        return new Page<>(policies.history(id), null);
    }

    /** The store's own and the general ones. The first that is active holds. */
    @GetMapping("/api/approval-policies")
    Page<ApprovalPolicy> ofStore(@RequestParam String storeId, Caller caller) {
        if (!caller.mayServe(storeId)) {
            throw new NotFound("store " + storeId);
        }
        return new Page<>(policies.ofStore(storeId), null);
    }

    private ApprovalPolicy policy(UUID id, Caller caller) {
        return policies.find(id)
                .filter(found -> found.terms().storeId() == null
                        || caller.mayServe(found.terms().storeId()))
                .orElseThrow(() -> new NotFound("approval policy " + id));
    }

    private static ResponseEntity<ApprovalPolicy> answer(HttpStatus status, ApprovalPolicy policy) {
        return ResponseEntity.status(status)
                .eTag(Revision.tag(policy.version()))
                .body(policy);
    }
}
