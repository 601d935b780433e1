package io.tillstream.payment.payment;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The stored payments. */
interface Payments extends JpaRepository<Payment, UUID> {
    /** Locks the payment, so that two answers about it are recorded one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Payment p where p.id = :id")
    Optional<Payment> findLocked(UUID id);

    @Query("""
            select p from Payment p
            where (:everyStore = true or p.storeId in :stores) and (:saleId is null or p.saleId = :saleId)
                and (:status is null or p.status = :status) and p.id < :before
            order by p.id desc""")
    List<Payment> list(
            boolean everyStore,
            List<String> stores,
            @Nullable UUID saleId,
            @Nullable PaymentStatus status,
            UUID before,
            Limit limit);
}
