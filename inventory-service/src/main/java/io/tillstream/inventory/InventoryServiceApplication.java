package io.tillstream.inventory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Stock per product and location. */
@SpringBootApplication
public class InventoryServiceApplication {
    static void main(String[] args) {
        SpringApplication.run(InventoryServiceApplication.class, args);
    }
}
