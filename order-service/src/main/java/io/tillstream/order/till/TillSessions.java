package io.tillstream.order.till;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface TillSessions extends JpaRepository<TillSession, UUID> {

    Optional<TillSession> findByTillIdAndClosedAtIsNull(String tillId);

    @Query("""
            select s from TillSession s
            where s.tillId = :tillId
              and (cast(:businessDate as LocalDate) is null or s.businessDate = :businessDate)
              and (s.closedAt is null and :open = true or s.closedAt is not null and :closed = true)
            order by s.openedAt desc""")
    List<TillSession> ofTill(
            String tillId, @Nullable LocalDate businessDate, boolean open, boolean closed, Limit limit);
}
