package io.tillstream.order.customerorder;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Cursor;
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

/** What was promised, newest first. */
@Service
class CustomerOrderBoard {

    private final CustomerOrders orders;

    CustomerOrderBoard(CustomerOrders orders) {
        this.orders = orders;
    }

    @Transactional(readOnly = true)
    Page<CustomerOrderView> list(Filter filter, @Nullable String cursor, int limit, Caller caller) {
        UUID last = Cursor.decode(cursor, 1, key -> UUID.fromString(key.getFirst()));
        List<CustomerOrderView> found = orders.findBy(
                matching(filter, last, caller),
                rows -> rows.sortBy(Sort.by(Sort.Direction.DESC, "id")).limit(limit + 1).all().stream()
                        .map(CustomerOrderView::of)
                        .toList());
        return Page.of(found, limit, end -> Cursor.encode(end.id()));
    }

    private static Specification<CustomerOrder> matching(Filter filter, @Nullable UUID last, Caller caller) {
        return (order, all, build) -> {
            List<Predicate> wanted = new ArrayList<>();
            if (!caller.servesEveryStore()) {
                wanted.add(order.get("storeId").in(caller.stores()));
            }
            if (filter.storeId() != null) {
                wanted.add(build.equal(order.get("storeId"), filter.storeId()));
            }
            if (filter.state() != null) {
                wanted.add(build.equal(order.get("state"), filter.state()));
            }
            if (filter.customerId() != null) {
                wanted.add(build.equal(order.get("customerId"), filter.customerId()));
            }
            if (last != null) {
                wanted.add(build.lessThan(order.get("id"), last));
            }
            return build.and(wanted.toArray(Predicate[]::new));
        };
    }

    /** Which orders a list shows. */
    record Filter(
            @Nullable String storeId,
            @Nullable CustomerOrderState state,
            @Nullable UUID customerId) {}
}
