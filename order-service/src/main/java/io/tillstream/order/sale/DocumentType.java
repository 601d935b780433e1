package io.tillstream.order.sale;

import java.util.List;

/** What a sale document is as a whole; follows from its lines. */
public enum DocumentType {
    SALE,
    RETURN,
    EXCHANGE;

    static DocumentType of(List<SaleLine> lines) {
        boolean sold = lines.stream().anyMatch(line -> line.kind() == LineKind.SALE);
        boolean broughtBack = lines.stream().anyMatch(line -> line.kind() == LineKind.RETURN);
        return sold && broughtBack ? EXCHANGE : broughtBack ? RETURN : SALE;
    }
}
