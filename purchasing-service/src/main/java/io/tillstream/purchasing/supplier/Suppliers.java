package io.tillstream.purchasing.supplier;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

interface Suppliers extends JpaRepository<Supplier, UUID>, JpaSpecificationExecutor<Supplier> {

    /** A resend that overtakes its original waits here until that one is stored. */
    @Query(
            value = "select cast(pg_advisory_xact_lock(hashtextextended(cast(:id as text), 0)) as text)",
            nativeQuery = true)
    String takeTurn(UUID id);
}
