package io.tillstream.order.purchaseorder;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is drafted, on order, under way and in: newest first. */
@Service
@Transactional(readOnly = true)
class PurchaseOrderBoard {

    private final PurchaseOrders orders;
    private final KnownSuppliers suppliers;
    private final Receipts receipts;

    PurchaseOrderBoard(PurchaseOrders orders, KnownSuppliers suppliers, Receipts receipts) {
        this.orders = orders;
        this.suppliers = suppliers;
        this.receipts = receipts;
    }

    PurchaseOrderView one(UUID id, Caller caller) {
        PurchaseOrder order = orders.findById(id)
                .filter(found -> caller.mayServe(found.locationId()))
                .orElseThrow(() -> new NotFound("purchase order " + id));
        return PurchaseOrderView.of(
                order,
                suppliers.names(List.of(order.supplierId())).get(order.supplierId()),
                receipts.progress(id),
                receipts.notOrdered(id));
    }

    Page<PurchaseOrderView> list(Filter filter, @Nullable String cursor, int limit, Caller caller) {
        UUID last = Cursor.decode(cursor, 1, key -> UUID.fromString(key.getFirst()));
        List<PurchaseOrder> found = orders.findBy(
                matching(filter, last, caller),
                rows -> rows.sortBy(Sort.by(Sort.Direction.DESC, "id"))
                        .limit(limit + 1)
                        .all());
        Map<UUID, String> names =
                suppliers.names(found.stream().map(PurchaseOrder::supplierId).toList());
        Map<UUID, Progress> progress =
                receipts.progress(found.stream().map(PurchaseOrder::id).toList());
        List<PurchaseOrderView> views = found.stream()
                .map(order -> PurchaseOrderView.of(
                        order,
                        names.get(order.supplierId()),
                        progress.getOrDefault(order.id(), new Progress(Map.of())),
                        List.of()))
                .toList();
        return Page.of(views, limit, end -> Cursor.encode(end.id()));
    }

    private static Specification<PurchaseOrder> matching(Filter filter, @Nullable UUID last, Caller caller) {
        return (order, all, build) -> {
            List<Predicate> wanted = new ArrayList<>();
            if (!caller.servesEveryStore()) {
                wanted.add(order.get("locationId").in(caller.stores()));
            }
            if (filter.states() != null && !filter.states().isEmpty()) {
                wanted.add(order.get("state").in(filter.states()));
            }
            if (filter.supplierId() != null) {
                wanted.add(build.equal(order.get("supplierId"), filter.supplierId()));
            }
            if (filter.locationId() != null) {
                wanted.add(build.equal(order.get("locationId"), filter.locationId()));
            }
            if (last != null) {
                wanted.add(build.lessThan(order.get("id"), last));
            }
            return build.and(wanted.toArray(Predicate[]::new));
        };
    }

    /** Which orders a list shows. */
    record Filter(
            @Nullable List<PurchaseOrderState> states,
            @Nullable UUID supplierId,
            @Nullable String locationId) {}
}
