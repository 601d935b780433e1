package io.tillstream.order.dailytakings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Shares the net of each tax rate among its lines, in proportion to their amounts, to four decimals. The last line of a rate takes
 * what rounding leaves, so that the products of a day add up to exactly the day's net.
 */
final class NetOfLines {

    private static final int DECIMALS = 4;

    private NetOfLines() {}

    /** The net of each line, in line order; lines under no listed tax are net as they are. */
    static BigDecimal[] of(CompletedSale sale) {
        List<CompletedSale.Line> lines = sale.lines();
        BigDecimal[] net = lines.stream().map(CompletedSale.Line::amount).toArray(BigDecimal[]::new);
        for (CompletedSale.Tax tax : sale.taxes()) {
            share(tax, lines, net);
        }
        return net;
    }

    private static void share(CompletedSale.Tax tax, List<CompletedSale.Line> lines, BigDecimal[] net) {
        BigDecimal left = tax.net();
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            CompletedSale.Line line = lines.get(i);
            if (falls(line, tax)) {
                BigDecimal share = tax.gross().signum() == 0
                        ? line.amount()
                        : line.amount().multiply(tax.net()).divide(tax.gross(), DECIMALS, RoundingMode.HALF_UP);
                net[i] = share;
                left = left.subtract(share);
                last = i;
            }
        }
        if (last >= 0) {
            net[last] = net[last].add(left);
        }
    }

    private static boolean falls(CompletedSale.Line line, CompletedSale.Tax tax) {
        return line.taxCategory().equals(tax.category()) && line.taxRate().compareTo(tax.rate()) == 0;
    }
}
