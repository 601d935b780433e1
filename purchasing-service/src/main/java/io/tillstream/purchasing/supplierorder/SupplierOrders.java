package io.tillstream.purchasing.supplierorder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

interface SupplierOrders extends JpaRepository<SupplierOrder, UUID>, JpaSpecificationExecutor<SupplierOrder> {

    /** The order that has waited longest for its try; other instances pass over it until this transaction ends. */
    @Query(value = """
                    select * from supplier_order
                    where state in ('PENDING', 'SENDING') and next_attempt_at <= :now
                    order by next_attempt_at limit 1 for update skip locked
                    """, nativeQuery = true)
    Optional<SupplierOrder> takeDue(Instant now);

    List<SupplierOrder> findBySupplierIdAndState(UUID supplierId, SupplierOrderState state);
}
