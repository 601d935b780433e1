package io.tillstream.order.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillstream.order.device.EnrolledDevice;
import io.tillstream.order.device.FollowedEntry;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes a journal as the file that anybody can verify: the device with its key first, then every entry as it was signed. */
@Component
class JournalExport {

    private static final String FORMAT = "tillstream-journal-export-1";

    private final JournalStore store;
    private final JsonMapper json;

    JournalExport(JournalStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    @Transactional(readOnly = true)
    void write(EnrolledDevice device, OutputStream to) throws IOException {
        try (OutputStream out = new BufferedOutputStream(to)) {
            line(
                    out,
                    new Head(
                            FORMAT,
                            device.id(),
                            device.tillId(),
                            device.epoch(),
                            device.publicKey(),
                            device.follows()));
            store.forEach(device.id(), entry -> line(out, entry));
        }
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
