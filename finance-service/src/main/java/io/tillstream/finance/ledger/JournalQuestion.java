package io.tillstream.finance.ledger;

import io.tillstream.platform.web.Cursor;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a reader asks for; what is null does not narrow.
 *
 * @param account code of an account that the entry has a posting on
 * @param from first business date
 * @param to last business date
 */
record JournalQuestion(
        StoreScope scope,
        @Nullable UUID sourceId,
        @Nullable String account,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Where the journal goes on: entries are read in the order of business date and id. */
    record Place(LocalDate businessDate, UUID id) {
        static @Nullable Place of(@Nullable String cursor) {
            return Cursor.decode(cursor, 2, key -> new Place(LocalDate.parse(key.get(0)), UUID.fromString(key.get(1))));
        }

        String encoded() {
            return Cursor.encode(businessDate, id);
        }
    }
}
