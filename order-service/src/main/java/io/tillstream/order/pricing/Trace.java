package io.tillstream.order.pricing;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects entries in the order in which decisions are taken. */
final class Trace {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final List<TraceEntry> entries = new ArrayList<>();
    private final int minorDigits;

    Trace(int minorDigits) {
        this.minorDigits = minorDigits;
    }

    void add(TraceEntry.Kind kind, String code, String subject, List<String> lines, Map<String, String> parameters) {
        entries.add(new TraceEntry(kind, code, subject, lines, parameters));
    }

    String money(BigDecimal value) {
        return Decimals.text(value, minorDigits);
    }

    static String moment(LocalDateTime moment) {
        return MOMENT.format(moment);
    }

    List<TraceEntry> entries() {
        return List.copyOf(entries);
    }
}
