package io.tillstream.local.trade.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One trading day: its documents in the order in which they were begun. */
record DaySheet(LocalDate day, List<SourceDocument> documents) {

    static DaySheet of(LocalDate day, List<SourceRow> rows) {
        Map<String, List<SourceRow>> byNumber = new LinkedHashMap<>();
        for (SourceRow row : rows) {
            byNumber.computeIfAbsent(row.documentNumber(), number -> new ArrayList<>())
                    .add(row);
        }
        return new DaySheet(
                day,
                byNumber.entrySet().stream()
                        .map(entry -> new SourceDocument(entry.getKey(), List.copyOf(entry.getValue())))
                        .toList());
    }
}
