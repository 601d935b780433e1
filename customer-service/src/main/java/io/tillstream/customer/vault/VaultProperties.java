package io.tillstream.customer.vault;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param secret at least 32 random characters that live outside of the database ({@code CUSTOMER_SECRET})
 */
@ConfigurationProperties("tillstream.customer")
public record VaultProperties(String secret) {

    private static final int SHORTEST = 32;

    public VaultProperties {
        if (secret == null || secret.length() < SHORTEST) {
            throw new IllegalArgumentException("CUSTOMER_SECRET must be at least " + SHORTEST + " characters long");
        }
    }

    @Override
    public String toString() {
        return "VaultProperties[secret=…]";
    }
}
