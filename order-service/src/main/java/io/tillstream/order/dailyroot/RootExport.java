package io.tillstream.order.dailyroot;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes the roots of a store as lines that anybody can verify: whose they are first, then every root as it was made. */
@Component
public class RootExport {

    private static final String FORMAT = "tillstream-daily-roots-export-1";

    private final RootStore roots;
    private final JsonMapper json;

    RootExport(RootStore roots, JsonMapper json) {
        this.roots = roots;
        this.json = json;
    }

    /** Leaves the stream open: more may follow. */
    @Transactional(readOnly = true)
    public void write(String storeId, OutputStream to) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(to);
        line(out, new Head(FORMAT, storeId));
        roots.forEach(storeId, payload -> line(out, new Line(payload)));
        out.flush();
    }

    private record Head(String format, String storeId) {}

    private record Line(String payload) {}

    private void line(OutputStream out, Object value) {
        try {
            out.write(json.writeValueAsBytes(value));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
