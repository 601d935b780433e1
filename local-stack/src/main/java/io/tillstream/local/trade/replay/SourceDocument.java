package io.tillstream.local.trade.replay;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/** All rows of one document number, in the order of the file. */
record SourceDocument(String number, List<SourceRow> rows) {

    /** What the suite makes of a document. */
    enum Filing {
        SALE,
        RETURN,
        WRITE_OFF
    }

    /** When the document was begun; a few were keyed in over several minutes. */
    LocalDateTime at() {
        return rows.getFirst().at();
    }

    /**
     * A number that starts with C is a return. Without it, a document that only takes goods away for nothing is stock
     * written off. All else is a sale; a row that gives money back inside a sale makes it an exchange.
     */
    Filing filing() {
        if (number.startsWith("C")) {
            return Filing.RETURN;
        }
        boolean nothingButLosses = rows.stream()
                .allMatch(row -> row.quantity().signum() < 0 && row.unitPrice().signum() == 0);
        return nothingButLosses ? Filing.WRITE_OFF : Filing.SALE;
    }

    BigDecimal value() {
        return rows.stream().map(SourceRow::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The customer of the document; empty when nobody was named. */
    String customer() {
        return rows.getFirst().customer();
    }
}
