package io.tillstream.order.customerorder;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface CustomerOrders extends JpaRepository<CustomerOrder, UUID>, JpaSpecificationExecutor<CustomerOrder> {

    /** A resend that overtakes its original waits here until that one is stored. */
    @Query(
            value = "select cast(pg_advisory_xact_lock(hashtextextended(cast(:id as text), 0)) as text)",
            nativeQuery = true)
    String takeTurn(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from CustomerOrder o where o.id = :id")
    Optional<CustomerOrder> take(UUID id);

    /** The fingerprint goes too: it is a hash over the address. */
    @Modifying
    @Query(value = """
                    update customer_order set ship_to_name = null, ship_to_street = null, ship_to_postal_code = null,
                           ship_to_city = null, ship_to_country = null, fingerprint = '', version = version + 1
                    where customer_id = :customerId and ship_to_name is not null
                    """, nativeQuery = true)
    int forgetAddressesOf(UUID customerId);
}
