package io.tillstream.catalog.pricebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Full pages of the price books, made once for all tills of a store that start at the same version, as new ones do. An
 * old page misleads nobody: what changed since has a version beyond it and comes with a later one. So a page is thrown
 * away only because it tells too much that is told again.
 */
@Component
class PriceBookPages {
    private static final Duration KEPT_FOR = Duration.ofHours(1);
    private static final int FORMAT = Stream.of(PriceBook.Entry.class, PriceBook.Price.class, PriceBook.class)
            .flatMap(type -> Stream.of(type.getRecordComponents()))
            .map(RecordComponent::getName)
            .collect(Collectors.joining(","))
            .hashCode();

    private static final String FIND = """
            select made_at, body from price_book_page
            where store_id = :store and after_version = :after and format = :format and made_at > :oldest
            """;

    private static final String KEEP = """
            insert into price_book_page (store_id, after_version, format, made_at, body)
            values (:store, :after, :format, :now, :body)
            on conflict on constraint price_book_page_pk do update set made_at = excluded.made_at, body = excluded.body
            """;

    private final JdbcClient jdbc;
    private final PriceBookReader reader;
    private final JsonMapper json;
    private final Clock clock;
    // one page at a time: tills that come together wait for it instead of each making it
    private final ReentrantLock making = new ReentrantLock();

    PriceBookPages(JdbcClient jdbc, PriceBookReader reader, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.json = json;
        this.clock = clock;
    }

    /** The page after a version; empty when the book ends on it. */
    Optional<Page> full(StoreFacts.Store store, long after, int size) {
        Optional<Page> known = find(store, after);
        if (known.isPresent() || !reader.hasMoreThan(size, after)) {
            return known;
        }
        making.lock();
        try {
            return find(store, after).or(() -> Optional.of(make(store, after, size)));
        } finally {
            making.unlock();
        }
    }

    private Optional<Page> find(StoreFacts.Store store, long after) {
        return jdbc.sql(FIND)
                .param("store", store.id())
                .param("after", after)
                .param("format", FORMAT)
                .param("oldest", Timestamp.from(clock.instant().minus(KEPT_FOR)))
                .query((row, number) -> new Page(row.getTimestamp(1).toInstant(), row.getBytes(2)))
                .optional();
    }

    private Page make(StoreFacts.Store store, long after, int size) {
        Page page = new Page(clock.instant(), compressed(reader.changes(store, after, size)));
        jdbc.sql("delete from price_book_page where made_at < :oldest")
                .param("oldest", Timestamp.from(page.madeAt().minus(KEPT_FOR)))
                .update();
        jdbc.sql(KEEP)
                .param("store", store.id())
                .param("after", after)
                .param("format", FORMAT)
                .param("now", Timestamp.from(page.madeAt()))
                .param("body", page.gzip())
                .update();
        return page;
    }

    private byte[] compressed(PriceBook page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * 1024);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            json.writeValue(gzip, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @param gzip the page as compressed JSON */
    @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
    record Page(Instant madeAt, byte[] gzip) {}
}
