package io.tillstream.shipping.shipment;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Shipments extends JpaRepository<Shipment, UUID>, JpaSpecificationExecutor<Shipment> {

    /** Locks the row: a dispatch and its resend, or two packers, take turns. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Shipment s where s.id = :id")
    Optional<Shipment> take(UUID id);

    boolean existsByCustomerOrderId(UUID customerOrderId);
}
