package io.tillstream.local.trade.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Why the tills charged another sum than quantity times price: a line is charged in whole pence, half a penny up. */
record RoundingNote(String document, String stockCode, BigDecimal quantity, BigDecimal unitPrice, BigDecimal charged) {

    static List<RoundingNote> of(List<DaySheet> days) {
        List<RoundingNote> notes = new ArrayList<>();
        for (DaySheet day : days) {
            for (SourceDocument document : day.documents()) {
                for (SourceRow row : document.rows()) {
                    BigDecimal charged = row.value().setScale(2, RoundingMode.HALF_UP);
                    if (charged.compareTo(row.value()) != 0) {
                        notes.add(new RoundingNote(
                                document.number(), row.stockCode(), row.quantity(), row.unitPrice(), charged));
                    }
                }
            }
        }
        return notes;
    }

    BigDecimal difference() {
        return charged.subtract(quantity.multiply(unitPrice));
    }

    @Override
    public String toString() {
        return "document %s, %s: %s x %s = %s, charged %s, difference %s"
                .formatted(
                        document,
                        stockCode,
                        quantity.toPlainString(),
                        unitPrice.toPlainString(),
                        quantity.multiply(unitPrice).toPlainString(),
                        charged.toPlainString(),
                        difference().toPlainString());
    }
}
