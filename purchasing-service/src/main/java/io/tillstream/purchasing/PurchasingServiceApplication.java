package io.tillstream.purchasing;

import io.tillstream.platform.mail.MailProperties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@EnableConfigurationProperties(MailProperties.class)
@EnableScheduling
public class PurchasingServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(PurchasingServiceApplication.class, args);
    }
}
