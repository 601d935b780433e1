package io.tillstream.customer.profile.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tillstream.customer.profile.CustomerDesk;
import io.tillstream.customer.profile.CustomerFinder;
import io.tillstream.customer.profile.CustomerView;
import io.tillstream.customer.profile.Erasure;
import io.tillstream.customer.profile.ErasureRequest;
import io.tillstream.customer.profile.Forgetting;
import io.tillstream.customer.profile.Profile;
import io.tillstream.customer.profile.Stored;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Put;
import io.tillstream.platform.web.Revision;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/customers")
@Tag(name = "customers", description = "Who the shop's customers are")
class CustomerController {

    private static final int MOST_FOUND = 50;

    private final CustomerDesk desk;
    private final CustomerFinder finder;
    private final Forgetting forgetting;

    CustomerController(CustomerDesk desk, CustomerFinder finder, Forgetting forgetting) {
        this.desk = desk;
        this.finder = finder;
        this.forgetting = forgetting;
    }

    @GetMapping
    @Operation(summary = "Find customers by name, e-mail or phone, as typed so far; the closest first, at most 50")
    Page<CustomerView> find(@RequestParam String q, @RequestParam(defaultValue = "20") int limit) {
        return new Page<>(finder.find(q, Math.clamp(limit, 1, MOST_FOUND)), null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One customer")
    ResponseEntity<CustomerView> one(@PathVariable UUID id) {
        CustomerView customer = desk.one(id);
        return ResponseEntity.ok().eTag(Revision.tag(customer.version())).body(customer);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Create a customer; with If-Match, edit them")
    ResponseEntity<CustomerView> put(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Profile profile) {
        Stored<CustomerView> stored = desk.put(id, profile, Revision.expected(ifMatch));
        return ResponseEntity.status(stored.before() ? 200 : 201)
                .eTag(Revision.tag(stored.body().version()))
                .body(stored.body());
    }

    @PutMapping("/{id}/erasure")
    @Operation(summary = "Forget a customer for ever: destroys the key to their personal data")
    ResponseEntity<Erasure> erase(@PathVariable UUID id, @Valid @RequestBody ErasureRequest request, Caller caller) {
        Stored<Erasure> stored = forgetting.forget(id, request.reason(), caller);
        return stored.before() ? Put.seenBefore(stored.body()) : Put.created(stored.body());
    }
}
