package io.tillstream.customer.search;

import io.tillstream.customer.vault.DerivedKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * An index of hashes: HMAC-SHA-256 of each term under a key that the database does not hold, cut to 64 bits. Who steals the
 * database cannot look for a name or try all phone numbers.
 */
@Component
public class BlindIndex {

    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient jdbc;
    private final SecretKey key;

    BlindIndex(JdbcClient jdbc, DerivedKeys keys) {
        this.jdbc = jdbc;
        this.key = keys.forPurpose(ALGORITHM, "customer-search.v1");
    }

    /** Makes the customer findable by this and nothing else. */
    public void put(UUID customerId, String name, @Nullable String email, @Nullable String phone) {
        remove(customerId);
        Mac mac = mac();
        Long[] tokens = SearchTerms.of(name, email, phone).stream()
                .map(term -> token(mac, term))
                .distinct()
                .toArray(Long[]::new);
        jdbc.sql("insert into search_token (token, customer_id) select token, ? from unnest(?::bigint[]) as token")
                .params(customerId, tokens)
                .update();
    }

    public void remove(UUID customerId) {
        jdbc.sql("delete from search_token where customer_id = ?")
                .param(customerId)
                .update();
    }

    /** Ids of at most {@code limit} customers who have a term for each word of the query. */
    public List<UUID> find(String query, int limit) {
        Mac mac = mac();
        List<Set<String>> asked = SearchTerms.asked(query);
        List<Long> tokens = new ArrayList<>();
        List<Integer> words = new ArrayList<>();
        for (int word = 0; word < asked.size(); word++) {
            for (String term : asked.get(word)) {
                tokens.add(token(mac, term));
                words.add(word);
            }
        }
        if (tokens.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                                select t.customer_id
                                from unnest(?::bigint[], ?::int[]) as asked (token, word)
                                join search_token t on t.token = asked.token
                                group by t.customer_id
                                having count(distinct asked.word) = ?
                                order by t.customer_id desc
                                limit ?
                                """)
                .params(tokens.toArray(Long[]::new), words.toArray(Integer[]::new), asked.size(), limit)
                .query((row, n) -> row.getObject("customer_id", UUID.class))
                .list();
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static long token(Mac mac, String term) {
        return ByteBuffer.wrap(mac.doFinal(term.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
