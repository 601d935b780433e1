package io.tillstream.order.journal;

import io.tillstream.order.device.EnrolledDevice;
import io.tillstream.order.device.EnrolmentDesk;
import io.tillstream.order.journal.JournalStore.Entry;
import io.tillstream.order.journal.Receipt.Result;
import io.tillstream.platform.security.Caller;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The desk where devices hand in their journals. Entries may come in any order and as often as they like; what does not fit is
 * written down beside the journal, never in it, and nothing is refused for it: the sale it tells of has happened.
 */
@Service
class JournalDesk {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final EnrolmentDesk devices;
    private final JournalStore store;
    private final JsonMapper json;

    JournalDesk(EnrolmentDesk devices, JournalStore store, JsonMapper json) {
        this.devices = devices;
        this.store = store;
        this.json = json;
    }

    @Transactional
    Receipt receive(UUID deviceId, SentEntries sent, Caller caller) {
        EnrolledDevice device = devices.enrolled(deviceId, caller);
        store.lock(deviceId);
        List<Result> results = new ArrayList<>();
        long first = Long.MAX_VALUE;
        long last = 0;
        for (SignedEntry each : sent.entries()) {
            Entry entry = read(device, each);
            results.add(entry == null ? refused(device, each) : kept(entry, each));
            if (entry != null) {
                first = Math.min(first, entry.number());
                last = Math.max(last, entry.number());
            }
        }
        store.proceed(deviceId);
        for (long number : store.brokenBetween(deviceId, first, last + 1)) {
            store.writeDown(
                    deviceId,
                    number,
                    FindingKind.CHAIN_BROKEN,
                    "Entry " + number + " does not hold the hash of the entry before it"
                            + (number == 1 ? ", the last that was known of the till." : "."),
                    store.entry(deviceId, number));
        }
        return new Receipt(results);
    }

    /** The entry when it is this device's, in the right form and signed by it; else null. */
    private @Nullable Entry read(EnrolledDevice device, SignedEntry sent) {
        EntryHead head = headOf(sent);
        if (head == null || !isOf(device, head) || !device.signed(sent.payload(), sent.signature())) {
            return null;
        }
        return new Entry(
                device.id(),
                numberOf(head),
                Objects.requireNonNull(head.kind()),
                Objects.requireNonNull(head.subject()),
                Objects.requireNonNull(head.at()),
                HexFormat.of().parseHex(Objects.requireNonNull(head.previous())),
                sent.payload(),
                Base64.getDecoder().decode(sent.signature()));
    }

    private Result kept(Entry entry, SignedEntry sent) {
        if (store.add(entry)) {
            return Result.STORED;
        }
        store.writeDown(
                entry.device(),
                entry.number(),
                FindingKind.NUMBER_TAKEN,
                "The device signed two different entries as number " + entry.number() + ". The first that came stands.",
                sent);
        return Result.NUMBER_TAKEN;
    }

    private Result refused(EnrolledDevice device, SignedEntry sent) {
        EntryHead head = headOf(sent);
        if (head == null || !isOf(device, head)) {
            store.writeDown(
                    device.id(),
                    head == null ? 0 : numberOf(head),
                    FindingKind.NOT_AN_ENTRY,
                    "What came is no entry of this device's journal.",
                    sent);
            return Result.NOT_AN_ENTRY;
        }
        store.writeDown(
                device.id(),
                numberOf(head),
                FindingKind.SIGNATURE_WRONG,
                "Entry " + numberOf(head) + " came with a signature that is not the device's.",
                sent);
        return Result.SIGNATURE_WRONG;
    }

    private @Nullable EntryHead headOf(SignedEntry sent) {
        try {
            return json.readValue(sent.payload(), EntryHead.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static boolean isOf(EnrolledDevice device, EntryHead head) {
        return EntryHead.FORMAT.equals(head.format())
                && device.id().equals(head.device())
                && Integer.valueOf(device.epoch()).equals(head.epoch())
                && device.tillId().equals(head.tillId())
                && numberOf(head) > 0
                && head.kind() != null
                && head.subject() != null
                && head.at() != null
                && head.previous() != null
                && HASH.matcher(head.previous()).matches();
    }

    private static long numberOf(EntryHead head) {
        return head.number() == null ? 0 : head.number();
    }
}
