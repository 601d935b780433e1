package io.tillstream.shipping.shipment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Put;
import io.tillstream.shipping.shipment.Delivery;
import io.tillstream.shipping.shipment.DeliveryNote;
import io.tillstream.shipping.shipment.Dispatch;
import io.tillstream.shipping.shipment.DispatchOrder;
import io.tillstream.shipping.shipment.PackingTable;
import io.tillstream.shipping.shipment.ShipmentBoard;
import io.tillstream.shipping.shipment.ShipmentFilter;
import io.tillstream.shipping.shipment.ShipmentStatus;
import io.tillstream.shipping.shipment.ShipmentView;
import io.tillstream.shipping.shipment.Stored;
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
@RequestMapping("/api/shipments")
@Tag(name = "shipments", description = "Parcels for customer orders")
class ShipmentController {

    private final PackingTable packingTable;
    private final ShipmentBoard board;

    ShipmentController(PackingTable packingTable, ShipmentBoard board) {
        this.packingTable = packingTable;
        this.board = board;
    }

    @GetMapping
    @Operation(summary = "The shipments of your stores, newest first")
    Page<ShipmentView> list(
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable ShipmentStatus status,
            @RequestParam(required = false) @Nullable UUID customerOrderId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        return board.list(new ShipmentFilter(storeId, status, customerOrderId), cursor, Page.limit(limit), caller);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One shipment")
    ShipmentView one(@PathVariable UUID id, Caller caller) {
        return board.one(id, caller);
    }

    @PutMapping("/{id}/dispatch")
    @Operation(summary = "Hand the parcel to a carrier; without a tracking code a connected carrier gives one")
    ResponseEntity<Dispatch> dispatch(@PathVariable UUID id, @Valid @RequestBody DispatchOrder order, Caller caller) {
        return answer(packingTable.dispatch(id, order, caller));
    }

    @PutMapping("/{id}/delivery")
    @Operation(summary = "Record that the parcel reached the customer")
    ResponseEntity<Delivery> deliver(@PathVariable UUID id, @Valid @RequestBody DeliveryNote note, Caller caller) {
        return answer(packingTable.deliver(id, note, caller));
    }

    private static <T> ResponseEntity<T> answer(Stored<T> stored) {
        return stored.before() ? Put.seenBefore(stored.body()) : Put.created(stored.body());
    }
}
