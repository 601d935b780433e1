package io.tillstream.catalog;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Products, barcodes, tax rates and prices. */
@SpringBootApplication
@EnableScheduling
public class CatalogServiceApplication {
    static void main(String[] args) {
        SpringApplication.run(CatalogServiceApplication.class, args);
    }
}
