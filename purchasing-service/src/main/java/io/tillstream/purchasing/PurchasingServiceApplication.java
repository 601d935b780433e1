package io.tillstream.purchasing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class PurchasingServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(PurchasingServiceApplication.class, args);
    }
}
