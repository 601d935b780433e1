package io.tillstream.purchasing.supplierorder;

import io.tillstream.purchasing.supplier.SupplierView;
import java.util.Optional;

/** What stands between an order and its supplier, in words that say what to do. */
final class Obstacle {

    private Obstacle() {}

    static Optional<String> to(SupplierOrder order, Optional<SupplierView> supplier) {
        if (supplier.isEmpty()) {
            return Optional.of("Supplier " + order.supplierId()
                    + " is not known here. Create the supplier under this id; the order is then sent by itself.");
        }
        String name = supplier.get().details().name();
        if (!supplier.get().isActive()) {
            return Optional.of("Supplier \"" + name
                    + "\" is inactive. Activate the supplier and the order is sent by itself, or close the order.");
        }
        if (supplier.get().details().email() == null) {
            return Optional.of("Supplier \"" + name
                    + "\" has no e-mail address. Add one to the supplier; the order is then sent by itself.");
        }
        return Optional.empty();
    }
}
