package io.tillstream.purchasing.letter;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A purchase order as a supplier reads it: every value already in the form in which it is printed. */
public record Letter(
        UUID purchaseOrderId,
        String number,
        String orderDate,
        String expectedDate,
        Party buyer,
        Party supplier,
        String email,
        @Nullable String taxNumber,
        String paymentTerms,
        List<Line> lines,
        String total,
        String currency) {

    /** Who writes, or who is written to. */
    public record Party(String name, List<String> address) {}

    public record Line(int no, String sku, String name, String quantity, String unitCost, String amount) {}

    public int lineCount() {
        return lines.size();
    }

    public String lineWord() {
        return lines.size() == 1 ? "line" : "lines";
    }

    public String subject() {
        return "Purchase order " + number + " from " + buyer.name();
    }

    public String fileName() {
        return number.replaceAll("[^A-Za-z0-9._-]", "-") + ".pdf";
    }
}
