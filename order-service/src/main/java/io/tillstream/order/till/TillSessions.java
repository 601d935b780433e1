package io.tillstream.order.till;

import io.tillstream.platform.security.Caller;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface TillSessions extends JpaRepository<TillSession, UUID> {

    Optional<TillSession> findByTillIdAndDrawerAndClosedAtIsNullAndOvertakenFalse(String tillId, int drawer);

    boolean existsByTillIdAndDrawerAndOpenedAtAfter(String tillId, int drawer, Instant openedAt);

    /** Nobody else changes it, nor what is in its drawer, until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from TillSession s where s.id = :id")
    Optional<TillSession> locked(UUID id);

    default TillSession toChange(UUID id, Caller caller) {
        TillSession session = locked(id).orElseThrow(() -> new UnknownTillSession(id));
        caller.mustServe(session.storeId());
        return session;
    }

    /** Closings of one till wait for each other here, so that their numbers have no gap. */
    @Query(value = "select 1 from till where id = :tillId for update", nativeQuery = true)
    int lockTill(String tillId);

    @Query(
            value = "select coalesce(max(z_number), 0) + 1 from till_session where till_id = :tillId",
            nativeQuery = true)
    long nextZNumber(String tillId);

    @Query("""
            select s from TillSession s
            where (cast(:tillId as String) is null or s.tillId = :tillId)
              and (cast(:storeId as String) is null or s.storeId = :storeId)
              and (cast(:businessDate as LocalDate) is null or s.businessDate = :businessDate)
              and (s.closedAt is null and :open = true or s.closedAt is not null and :closed = true)
            order by s.openedAt desc""")
    List<TillSession> list(
            @Nullable String tillId,
            @Nullable String storeId,
            @Nullable LocalDate businessDate,
            boolean open,
            boolean closed,
            Limit limit);
}
