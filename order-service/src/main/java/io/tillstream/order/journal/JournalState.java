package io.tillstream.order.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the journal of a device has arrived.
 *
 * @param completeTo the highest number up to which all is here
 * @param last the highest number that is here, 0 before the first
 * @param afterSuccessor entries that arrived when the next device had taken its place: that one does not prove that they are all
 * @param waitingFor numbers below it that are not here yet
 * @param findings what arrived and does not fit, the newest first, at most 100
 */
record JournalState(
        UUID deviceId,
        String tillId,
        String tillName,
        int epoch,
        long entries,
        long completeTo,
        long last,
        @Nullable Instant lastAt,
        long afterSuccessor,
        List<Gap> waitingFor,
        List<Finding> findings) {

    record Gap(long from, long to) {}

    record Finding(long number, FindingKind kind, String detail, Instant foundAt) {}
}
