package io.tillstream.catalog.changeset;

import io.tillstream.platform.web.Fingerprint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a change set does in all. Averages and margins count each product once, however often it sells.
 *
 * @param products that the selection finds
 * @param changes lines that change; so are the next ones
 * @param warned lines that change and have something to know before
 * @param averageChange of the prices that change, in per cent with two decimals; null when none does
 * @param costKnown lines that change and whose cost and tax rate are known; the margins are theirs
 * @param profitBefore their prices without tax less their costs, one of each sold
 * @param marginBefore the same in per cent of their prices without tax
 * @param fingerprint of all lines that change: hand it over with the application, and nothing else is applied
 */
record ChangeSummary(
        int products,
        int changes,
        int unchanged,
        int withoutPrice,
        int failing,
        int warned,
        int belowCost,
        @Nullable BigDecimal averageChange,
        int costKnown,
        @Nullable BigDecimal profitBefore,
        @Nullable BigDecimal profitAfter,
        @Nullable BigDecimal marginBefore,
        @Nullable BigDecimal marginAfter,
        String fingerprint) {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int FINE = 10;

    static ChangeSummary of(List<ForecastLine> lines) {
        List<ForecastLine> changing = with(lines, ForecastLine.Outcome.CHANGES);
        List<ForecastLine> withCost = changing.stream()
                .filter(line -> line.netBefore() != null && line.netAfter() != null && line.cost() != null)
                .toList();
        BigDecimal cost = sum(withCost, ForecastLine::cost);
        BigDecimal before = sum(withCost, ForecastLine::netBefore);
        BigDecimal after = sum(withCost, ForecastLine::netAfter);
        return new ChangeSummary(
                (int) lines.stream().map(ForecastLine::productId).distinct().count(),
                changing.size(),
                with(lines, ForecastLine.Outcome.UNCHANGED).size(),
                with(lines, ForecastLine.Outcome.NO_PRICE).size(),
                with(lines, ForecastLine.Outcome.FAILS).size(),
                (int) changing.stream().filter(line -> !line.notes().isEmpty()).count(),
                (int) changing.stream()
                        .filter(line -> line.has(ForecastLine.Note.BELOW_COST))
                        .count(),
                averageChange(changing),
                withCost.size(),
                withCost.isEmpty() ? null : before.subtract(cost).setScale(2, RoundingMode.HALF_UP),
                withCost.isEmpty() ? null : after.subtract(cost).setScale(2, RoundingMode.HALF_UP),
                percent(before.subtract(cost), before),
                percent(after.subtract(cost), after),
                fingerprint(changing));
    }

    private static List<ForecastLine> with(List<ForecastLine> lines, ForecastLine.Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).toList();
    }

    private static BigDecimal sum(List<ForecastLine> lines, Function<ForecastLine, @Nullable BigDecimal> part) {
        return lines.stream().map(part).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? null : part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal averageChange(List<ForecastLine> changing) {
        BigDecimal sum = BigDecimal.ZERO;
        int counted = 0;
        for (ForecastLine line : changing) {
            if (line.priceBefore() != null && line.priceBefore().signum() > 0 && line.difference() != null) {
                sum = sum.add(
                        line.difference().multiply(HUNDRED).divide(line.priceBefore(), FINE, RoundingMode.HALF_UP));
                counted++;
            }
        }
        return counted == 0 ? null : sum.divide(new BigDecimal(counted), 2, RoundingMode.HALF_UP);
    }

    private static String fingerprint(Collection<ForecastLine> changing) {
        return HexFormat.of()
                .formatHex(Fingerprint.of(changing.stream().map(Seen::of).toList()));
    }

    private record Seen(
            UUID productId,
            BigDecimal minimumQuantity,
            @Nullable BigDecimal priceBefore,
            @Nullable BigDecimal priceAfter,
            @Nullable String valueBefore,
            @Nullable String valueAfter) {
        static Seen of(ForecastLine line) {
            return new Seen(
                    line.productId(),
                    line.minimumQuantity(),
                    line.priceBefore(),
                    line.priceAfter(),
                    line.valueBefore(),
                    line.valueAfter());
        }
    }
}
