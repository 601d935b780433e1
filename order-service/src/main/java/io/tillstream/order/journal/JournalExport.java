package io.tillstream.order.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillstream.order.dailyroot.RootExport;
import io.tillstream.order.device.EnrolledDevice;
import io.tillstream.order.device.FollowedEntry;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes journals as lines that anybody can verify: the device with its key first, then every entry as it was signed. */
@Component
class JournalExport {

    private static final String FORMAT = "tillstream-journal-export-1";

    private final JournalStore store;
    private final RootExport roots;
    private final JsonMapper json;

    JournalExport(JournalStore store, RootExport roots, JsonMapper json) {
        this.store = store;
        this.roots = roots;
        this.json = json;
    }

    /**
     * Which entries are wanted.
     *
     * @param after those with a higher number
     * @param most at most so many
     */
    record Part(long after, int most) {

        static final Part WHOLE = new Part(0, Integer.MAX_VALUE);
    }

    /** Entries of one device. */
    @Transactional(readOnly = true)
    void write(EnrolledDevice device, Part part, OutputStream to) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(to);
        journal(device, part, out);
        out.flush();
    }

    /** A store's daily roots and the whole journal of each of its devices, as of one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    void writeAll(String storeId, List<EnrolledDevice> devices, OutputStream to) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(to);
        roots.write(storeId, out);
        for (EnrolledDevice device : devices) {
            journal(device, Part.WHOLE, out);
        }
        out.flush();
    }

    private void journal(EnrolledDevice device, Part part, OutputStream out) {
        line(out, new Head(FORMAT, device.id(), device.tillId(), device.epoch(), device.publicKey(), device.follows()));
        store.forEach(device.id(), part, entry -> line(out, entry));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Head(
            String format,
            UUID device,
            String tillId,
            int epoch,
            String publicKey,
            @Nullable FollowedEntry follows) {}

    private void line(OutputStream out, Object value) {
        try {
            out.write(json.writeValueAsBytes(value));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
