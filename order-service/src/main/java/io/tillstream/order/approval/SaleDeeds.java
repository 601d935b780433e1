package io.tillstream.order.approval;

import static io.tillstream.order.sale.ApprovalAction.BASKET_DISCOUNT;
import static io.tillstream.order.sale.ApprovalAction.LINE_DISCOUNT;
import static io.tillstream.order.sale.ApprovalAction.OPEN_ITEM;
import static io.tillstream.order.sale.ApprovalAction.PRICE_OVERRIDE;
import static io.tillstream.order.sale.ApprovalAction.RETURN;
import static io.tillstream.order.sale.ApprovalAction.RETURN_WITHOUT_RECEIPT;

import io.tillstream.order.sale.ApprovalAction;
import io.tillstream.order.sale.LineKind;
import io.tillstream.order.sale.SaleLine;
import io.tillstream.order.sale.SalePricing;
import io.tillstream.order.sale.SalePricing.GivenDiscount;
import io.tillstream.order.sale.SalePricing.LinePricing;
import io.tillstream.order.sale.SalePricing.PriceOrigin;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a sale holds that a policy may speak about, in the order of its lines and then of the whole. The console's twin reads baskets
 * ({@code src/domain/approval}); both are held together by {@code contracts/approval}.
 */
public final class SaleDeeds {

    private static final int DECIMALS = 4;
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private final Map<Integer, SaleLine> lines;
    private final List<Deed> deeds = new ArrayList<>();

    private SaleDeeds(List<SaleLine> lines) {
        this.lines = lines.stream().collect(Collectors.toMap(SaleLine::lineNo, Function.identity()));
    }

    public static List<Deed> of(List<SaleLine> lines, @Nullable SalePricing pricing) {
        SaleDeeds found = new SaleDeeds(lines);
        if (pricing != null) {
            pricing.unusualLines().forEach(found::readLine);
            found.readBasket(lines, pricing.basketDiscount());
        }
        found.readReturns(lines, RETURN, line -> line.returnOf() != null);
        found.readReturns(lines, RETURN_WITHOUT_RECEIPT, line -> line.returnOf() == null);
        return List.copyOf(found.deeds);
    }

    private void readLine(LinePricing unusual) {
        SaleLine line = lines.get(unusual.lineNo());
        // what was agreed on was approved when the goods were set aside
        if (line == null || line.kind() != LineKind.SALE || unusual.price() == PriceOrigin.AGREED) {
            return;
        }
        BigDecimal listed = worth(line.unitPrice(), line);
        if (unusual.price() == PriceOrigin.OVERRIDE) {
            BigDecimal before = unusual.listPrice() == null ? listed : worth(unusual.listPrice(), line);
            add(PRICE_OVERRIDE, line.lineNo(), before.subtract(listed).max(BigDecimal.ZERO), before, null);
        }
        if (unusual.price() == PriceOrigin.OPEN) {
            add(OPEN_ITEM, line.lineNo(), listed, listed, null);
        }
        addDiscount(LINE_DISCOUNT, line.lineNo(), unusual.discount(), listed);
    }

    private void readBasket(List<SaleLine> all, @Nullable GivenDiscount discount) {
        BigDecimal listed = all.stream()
                .filter(line -> line.kind() == LineKind.SALE)
                .map(line -> worth(line.unitPrice(), line))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        addDiscount(BASKET_DISCOUNT, null, discount, listed);
    }

    private void readReturns(List<SaleLine> all, ApprovalAction action, Predicate<SaleLine> which) {
        List<SaleLine> back = all.stream()
                .filter(line -> line.kind() == LineKind.RETURN)
                .filter(which)
                .toList();
        if (!back.isEmpty()) {
            BigDecimal amount = back.stream().map(SaleLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            add(action, null, amount.negate(), amount.negate(), null);
        }
    }

    private void addDiscount(
            ApprovalAction action, @Nullable Integer lineNo, @Nullable GivenDiscount discount, BigDecimal listed) {
        if (discount == null) {
            return;
        }
        BigDecimal percent = discount.percent();
        BigDecimal amount = percent == null
                ? discount.amount()
                : listed.multiply(percent).divide(HUNDRED, DECIMALS, RoundingMode.HALF_UP);
        if (amount != null && amount.signum() > 0) {
            add(action, lineNo, amount, listed, percent);
        }
    }

    private void add(
            ApprovalAction action,
            @Nullable Integer lineNo,
            BigDecimal amount,
            BigDecimal of,
            @Nullable BigDecimal percent) {
        deeds.add(new Deed(action, lineNo, amount, of, percent));
    }

    /** A unit price for so many, before anything is taken off. */
    private static BigDecimal worth(BigDecimal unitPrice, SaleLine line) {
        return unitPrice.multiply(line.quantity()).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
