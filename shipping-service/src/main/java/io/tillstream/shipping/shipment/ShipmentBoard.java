package io.tillstream.shipping.shipment;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is to be packed, what is under way, what has arrived: newest first. */
@Service
@Transactional(readOnly = true)
public class ShipmentBoard {

    private final Shipments shipments;

    ShipmentBoard(Shipments shipments) {
        this.shipments = shipments;
    }

    public ShipmentView one(UUID id, Caller caller) {
        return shipments
                .findById(id)
                .filter(shipment -> caller.mayServe(shipment.storeId()))
                .map(ShipmentView::of)
                .orElseThrow(() -> new NotFound("shipment " + id));
    }

    public Page<ShipmentView> list(ShipmentFilter filter, @Nullable String cursor, int limit, Caller caller) {
        UUID last = Cursor.decode(cursor, 1, key -> UUID.fromString(key.getFirst()));
        List<ShipmentView> found = shipments.findBy(
                matching(filter, last, caller),
                query -> query.sortBy(Sort.by(Sort.Direction.DESC, "id")).limit(limit + 1).all().stream()
                        .map(ShipmentView::of)
                        .toList());
        return Page.of(found, limit, end -> Cursor.encode(end.id()));
    }

    private static Specification<Shipment> matching(ShipmentFilter filter, @Nullable UUID before, Caller caller) {
        return (shipment, query, build) -> {
            List<Predicate> all = new ArrayList<>();
            if (!caller.servesEveryStore()) {
                all.add(shipment.get("storeId").in(caller.stores()));
            }
            if (filter.storeId() != null) {
                all.add(build.equal(shipment.get("storeId"), filter.storeId()));
            }
            if (filter.status() != null) {
                all.add(build.equal(shipment.get("status"), filter.status()));
            }
            if (filter.customerOrderId() != null) {
                all.add(build.equal(shipment.get("customerOrderId"), filter.customerOrderId()));
            }
            if (before != null) {
                all.add(build.lessThan(shipment.get("id"), before));
            }
            return build.and(all.toArray(Predicate[]::new));
        };
    }
}
