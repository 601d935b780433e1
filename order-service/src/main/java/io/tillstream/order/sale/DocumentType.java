package io.tillstream.order.sale;

import java.util.List;

/** What a sale document is as a whole; follows from its lines. Without any it is about a deposit. */
public enum DocumentType {
    SALE,
    RETURN,
    EXCHANGE,
    DEPOSIT;

    static DocumentType of(List<SaleLine> lines) {
        if (lines.isEmpty()) {
            return DEPOSIT;
        }
        boolean sold = lines.stream().anyMatch(line -> line.kind() == LineKind.SALE);
        boolean broughtBack = lines.stream().anyMatch(line -> line.kind() == LineKind.RETURN);
        return sold && broughtBack ? EXCHANGE : broughtBack ? RETURN : SALE;
    }
}
