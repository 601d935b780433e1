package io.tillstream.local.trade.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Who sells what: every sale and return gets a till and that till's next receipt number, every write-off goes to the
 * back office. It depends on the files alone, so that a second run makes the same receipts.
 */
record TillPlan(List<Till> tills, List<Ticket> writeOffs) {

    /** One till with its shifts, oldest first. */
    record Till(String id, List<Shift> shifts) {}

    /** What one till does on one day, in the order of its receipts. */
    record Shift(LocalDate day, List<Ticket> tickets) {}

    /** A document with its receipt number; 0 for a write-off, which is no receipt. */
    record Ticket(LocalDate day, SourceDocument document, int receiptNumber) {}

    static TillPlan of(List<DaySheet> days, String store, int tillCount) {
        List<List<Shift>> shifts = new ArrayList<>();
        int[] lastReceipt = new int[tillCount];
        for (int till = 0; till < tillCount; till++) {
            shifts.add(new ArrayList<>());
        }
        List<Ticket> writeOffs = new ArrayList<>();
        int dealt = 0;
        for (DaySheet day : days) {
            List<List<Ticket>> today = new ArrayList<>();
            for (int till = 0; till < tillCount; till++) {
                today.add(new ArrayList<>());
            }
            for (SourceDocument document : day.documents()) {
                if (document.filing() == SourceDocument.Filing.WRITE_OFF) {
                    writeOffs.add(new Ticket(day.day(), document, 0));
                } else {
                    int till = dealt++ % tillCount;
                    lastReceipt[till]++;
                    today.get(till).add(new Ticket(day.day(), document, lastReceipt[till]));
                }
            }
            for (int till = 0; till < tillCount; till++) {
                if (!today.get(till).isEmpty()) {
                    shifts.get(till).add(new Shift(day.day(), today.get(till)));
                }
            }
        }
        List<Till> tills = new ArrayList<>();
        for (int till = 0; till < tillCount; till++) {
            tills.add(new Till(store + "-" + (till + 1), shifts.get(till)));
        }
        return new TillPlan(tills, writeOffs);
    }

    int documents() {
        return writeOffs.size()
                + tills.stream()
                        .flatMap(till -> till.shifts().stream())
                        .mapToInt(shift -> shift.tickets().size())
                        .sum();
    }
}
