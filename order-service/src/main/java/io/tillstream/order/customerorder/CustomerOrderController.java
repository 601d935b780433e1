package io.tillstream.order.customerorder;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/customer-orders")
@Tag(name = "customer-orders", description = "Goods promised to customers")
class CustomerOrderController {

    private final OrderCounter counter;
    private final CustomerOrderBoard board;

    CustomerOrderController(OrderCounter counter, CustomerOrderBoard board) {
        this.counter = counter;
        this.board = board;
    }

    @GetMapping
    @Operation(summary = "The customer orders of your stores, newest first")
    Page<CustomerOrderView> list(
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable CustomerOrderState state,
            @RequestParam(required = false) @Nullable UUID customerId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        CustomerOrderBoard.Filter filter = new CustomerOrderBoard.Filter(storeId, state, customerId);
        return board.list(filter, cursor, Page.limit(limit), caller);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One customer order")
    CustomerOrderView one(@PathVariable UUID id, Caller caller) {
        return counter.one(id, caller);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Promise goods to a customer, to be collected or shipped")
    ResponseEntity<Promise> place(
            @PathVariable UUID id, @Valid @RequestBody CustomerOrderRequest request, Caller caller) {
        OrderCounter.Outcome outcome = counter.place(id, request, caller);
        return outcome.first() ? Put.created(outcome.promise()) : Put.seenBefore(outcome.promise());
    }
}
