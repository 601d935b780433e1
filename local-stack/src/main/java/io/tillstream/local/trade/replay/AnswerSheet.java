package io.tillstream.local.trade.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The figures a replay ends on. Values are quantity times unit price at full precision, in GBP. */
record AnswerSheet(
        long rows,
        long saleDocuments,
        long returnDocuments,
        BigDecimal salesValue,
        BigDecimal returnsValue,
        BigDecimal netUnits,
        long stockCodes) {

    private static final int DECIMALS = 3;

    /** What the source says; a document counts by its number, whatever the suite makes of it. */
    static AnswerSheet ofSource(List<DaySheet> days) {
        long rows = 0;
        long sales = 0;
        long returns = 0;
        BigDecimal salesValue = BigDecimal.ZERO;
        BigDecimal returnsValue = BigDecimal.ZERO;
        BigDecimal units = BigDecimal.ZERO;
        Set<String> codes = new HashSet<>();
        for (DaySheet day : days) {
            for (SourceDocument document : day.documents()) {
                rows += document.rows().size();
                if (document.number().startsWith("C")) {
                    returns++;
                    returnsValue = returnsValue.add(document.value());
                } else {
                    sales++;
                    salesValue = salesValue.add(document.value());
                }
                for (SourceRow row : document.rows()) {
                    codes.add(row.stockCode());
                    units = units.add(row.quantity());
                }
            }
        }
        return new AnswerSheet(rows, sales, returns, salesValue, returnsValue, units, codes.size());
    }

    BigDecimal netValue() {
        return salesValue.add(returnsValue);
    }

    /** The keys of {@code ./till replay --json}. */
    Map<String, Object> asMap() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("rows", rows);
        keys.put("saleDocuments", saleDocuments);
        keys.put("returnDocuments", returnDocuments);
        keys.put("salesValue", money(salesValue));
        keys.put("returnsValue", money(returnsValue));
        keys.put("netValue", money(netValue()));
        keys.put("netUnits", units());
        keys.put("stockCodes", stockCodes);
        return keys;
    }

    boolean equalTo(AnswerSheet other) {
        return asMap().equals(other.asMap());
    }

    /** Three columns: the figure, what the suite holds, what the source says. */
    List<String> comparedWith(AnswerSheet source) {
        List<String> lines = new ArrayList<>();
        lines.add("%-18s %18s %18s".formatted("", "the suite holds", "the source says"));
        Map<String, Object> expected = source.asMap();
        asMap().forEach((key, value) -> lines.add("%-18s %18s %18s%s"
                .formatted(key, value, expected.get(key), value.equals(expected.get(key)) ? "" : "   differs")));
        return lines;
    }

    private Object units() {
        BigDecimal plain = netUnits.stripTrailingZeros();
        return plain.scale() <= 0 ? plain.longValueExact() : plain.toPlainString();
    }

    private static String money(BigDecimal value) {
        return value.setScale(Math.max(DECIMALS, value.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
