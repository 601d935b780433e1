package io.tillstream.order.store;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface Tills extends JpaRepository<Till, String> {

    List<Till> findByDetailsStoreIdOrderById(String storeId);

    boolean existsByIdAndDetailsStoreId(String id, String storeId);
}
