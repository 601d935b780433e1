package io.tillstream.order.store;

import org.springframework.data.jpa.repository.JpaRepository;

interface Stores extends JpaRepository<Store, String> {}
