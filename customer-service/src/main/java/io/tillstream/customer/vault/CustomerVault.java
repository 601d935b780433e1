package io.tillstream.customer.vault;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps one random key per customer, itself sealed with a key that the database does not hold. Keys are read for each use
 * and never cached: a destroyed key is destroyed at once, in every instance.
 */
@Component
public class CustomerVault {

    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final SecretKey keyOfKeys;

    CustomerVault(JdbcClient jdbc, DerivedKeys keys) {
        this.jdbc = jdbc;
        this.keyOfKeys = keys.forPurpose("AES", "customer-keys.v1");
    }

    /** Seals with the customer's key; the first call makes the key. */
    public byte[] seal(UUID customerId, byte[] plain) {
        SecretKey key = keysOf(List.of(customerId)).get(customerId);
        return Seal.close(key == null ? newKey(customerId) : key, customerId, plain);
    }

    /** Opens what belongs to customers whose key still exists; the others are missing from the answer. */
    public Map<UUID, byte[]> open(Map<UUID, byte[]> sealed) {
        Map<UUID, byte[]> opened = new HashMap<>();
        keysOf(sealed.keySet()).forEach((id, key) -> {
            byte[] closed = sealed.get(id);
            if (closed != null) {
                opened.put(id, Seal.open(key, id, closed));
            }
        });
        return opened;
    }

    /** From here on nobody can read what was sealed for this customer, wherever copies of it lie. */
    public void destroyKey(UUID customerId) {
        jdbc.sql("delete from customer_key where customer_id = ?")
                .param(customerId)
                .update();
    }

    private Map<UUID, SecretKey> keysOf(Collection<UUID> customerIds) {
        Map<UUID, SecretKey> keys = new HashMap<>();
        jdbc.sql("select customer_id, sealed_key from customer_key where customer_id = any(?)")
                .param(customerIds.toArray(UUID[]::new))
                .query(row -> {
                    UUID id = row.getObject("customer_id", UUID.class);
                    keys.put(id, new SecretKeySpec(Seal.open(keyOfKeys, id, row.getBytes("sealed_key")), "AES"));
                });
        return keys;
    }

    private SecretKey newKey(UUID customerId) {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        jdbc.sql("insert into customer_key (customer_id, sealed_key) values (?, ?)")
                .params(customerId, Seal.close(keyOfKeys, customerId, key))
                .update();
        return new SecretKeySpec(key, "AES");
    }
}
