package io.tillstream.order.purchaseorder;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface PurchaseOrders extends JpaRepository<PurchaseOrder, UUID>, JpaSpecificationExecutor<PurchaseOrder> {

    /** A resend that overtakes its original waits here until that one is stored. */
    @Query(
            value = "select cast(pg_advisory_xact_lock(hashtextextended(cast(:id as text), 0)) as text)",
            nativeQuery = true)
    String takeTurn(UUID id);

    /** Locks the row: people and news about one order take turns. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from PurchaseOrder o where o.id = :id")
    Optional<PurchaseOrder> take(UUID id);

    @Query(value = "select 'PO-' || nextval('purchase_order_number')", nativeQuery = true)
    String nextNumber();
}
