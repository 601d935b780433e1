package io.tillstream.order.parkedsale;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Put;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ParkedSaleController {

    private static final int MOST = 200;

    private final ParkedSales shelf;

    ParkedSaleController(ParkedSales shelf) {
        this.shelf = shelf;
    }

    @PutMapping("/api/parked-sales/{id}")
    ResponseEntity<ParkedSaleHead> park(@PathVariable UUID id, @Valid @RequestBody ParkedSale sale, Caller caller) {
        caller.mustServe(sale.storeId());
        ParkedSaleHead head = ParkedSaleHead.of(id, sale, caller);
        return shelf.park(id, sale, caller) ? Put.created(head) : Put.seenBefore(head);
    }

    /** What waits in a store, the oldest first, at most 200. */
    @GetMapping("/api/parked-sales")
    Page<ParkedSaleHead> waiting(@RequestParam String storeId, Caller caller) {
        caller.mustServe(storeId);
        return new Page<>(shelf.waitingIn(storeId, MOST), null);
    }

    /** Gives a parked sale to the till that asks first. */
    @PutMapping("/api/parked-sales/{id}/taking-up")
    TakenUpSale takeUp(@PathVariable UUID id, @Valid @RequestBody TakingUp asked, Caller caller) {
        ParkedSale sale = asked.sale();
        if (sale != null) {
            caller.mustServe(sale.storeId());
        }
        return shelf.takeUp(id, asked, caller);
    }
}
