package io.tillstream.purchasing.supplierorder;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.security.Role;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may see an order: a supplier its own, the shop's people those of their stores. To the others it does not exist. */
record Sight(boolean asSupplier, @Nullable UUID supplierId, Caller caller) {

    static Sight of(Caller caller) {
        return new Sight(caller.has(Role.SUPPLIER), caller.supplierId(), caller);
    }

    boolean covers(SupplierOrder order) {
        return asSupplier ? order.supplierId().equals(supplierId) : caller.mayServe(order.locationId());
    }

    Predicate where(Root<SupplierOrder> order, CriteriaBuilder build) {
        if (asSupplier) {
            return supplierId == null ? build.disjunction() : build.equal(order.get("supplierId"), supplierId);
        }
        return caller.servesEveryStore()
                ? build.conjunction()
                : order.get("locationId").in(caller.stores());
    }
}
