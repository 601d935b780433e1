package io.tillstream.order.sale;

import static io.tillstream.order.sale.FieldRules.AMOUNT_DECIMALS;

import io.tillstream.order.sale.SalePricing.GivenDiscount;
import io.tillstream.order.sale.SalePricing.LinePricing;
import io.tillstream.order.sale.SalePricing.PromotionShare;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a document may say about how it was priced: it speaks of lines that there are, of each once. */
record PricingForm(Findings findings, FieldRules rules, String at) {

    private static final int MOST_COUPONS = 50;
    private static final int MOST_PROMOTIONS = 5_000;
    private static final int LONGEST_NAME = 500;
    private static final BigDecimal ALL = new BigDecimal("100");

    void check(SalePricing pricing, List<SaleLine> lines) {
        if (pricing.priceBookVersion() != null && pricing.priceBookVersion() < 0) {
            findings.add(at + "/priceBookVersion", "A version of the price book is 0 or more.");
        }
        if (pricing.at() == null
                || pricing.at().getYear() < 1970
                || pricing.at().getYear() > 9999) {
            findings.add(at + "/at", "Say the store's date and time, like 2026-11-22T11:15.");
        }
        if (pricing.customerGroup() != null) {
            rules.code(pricing.customerGroup(), at + "/customerGroup", "");
        }
        checkCoupons(pricing.shownCoupons());
        checkDiscount(pricing.basketDiscount(), at + "/basketDiscount");
        if (pricing.lines() != null || pricing.promotions() != null) {
            Set<Integer> numbers = HashSet.newHashSet(lines.size());
            lines.forEach(line -> numbers.add(line == null ? 0 : line.lineNo()));
            checkPromotions(pricing.appliedPromotions(), numbers);
            checkLines(pricing.unusualLines(), numbers);
        }
    }

    private void checkCoupons(List<String> coupons) {
        if (coupons.size() > MOST_COUPONS) {
            findings.add(at + "/coupons", "At most 50 coupons.");
        }
        for (int i = 0; i < coupons.size(); i++) {
            rules.code(coupons.get(i), at + "/coupons/", Integer.toString(i));
        }
    }

    private void checkLines(List<LinePricing> lines, Set<Integer> notNamedYet) {
        for (int i = 0; i < lines.size(); i++) {
            LinePricing line = lines.get(i);
            String pointer = at + "/lines/" + i;
            if (line == null || !notNamedYet.remove(line.lineNo())) {
                findings.add(pointer, "This names a line of the sale, each at most once.");
            } else {
                checkDiscount(line.discount(), pointer + "/discount");
                if (line.listPrice() != null) {
                    rules.decimal(line.listPrice(), AMOUNT_DECIMALS, pointer, "/listPrice");
                }
            }
        }
    }

    private void checkPromotions(List<PromotionShare> promotions, Set<Integer> numbers) {
        if (promotions.size() > MOST_PROMOTIONS) {
            findings.add(at + "/promotions", "At most 5,000 entries.");
            return;
        }
        for (int i = 0; i < promotions.size(); i++) {
            PromotionShare share = promotions.get(i);
            String pointer = at + "/promotions/" + i;
            if (share == null || share.promotionId() == null || !numbers.contains(share.lineNo())) {
                findings.add(pointer, "This names a promotion and a line of the sale.");
                continue;
            }
            if (share.name() == null || share.name().length() > LONGEST_NAME || FieldRules.hasNul(share.name())) {
                findings.add(pointer + "/name", "A promotion has a name of at most 500 characters; it may be empty.");
            }
            rules.decimal(share.amount(), AMOUNT_DECIMALS, pointer, "/amount");
        }
    }

    private void checkDiscount(@Nullable GivenDiscount discount, String pointer) {
        if (discount == null) {
            return;
        }
        BigDecimal percent = discount.percent();
        BigDecimal amount = discount.amount();
        if ((percent == null) == (amount == null)) {
            findings.add(pointer, "A discount is either a percentage or an amount.");
        } else if (percent != null) {
            checkSize(percent, ALL, pointer);
        } else if (amount != null) {
            checkSize(amount, amount.abs(), pointer);
        }
    }

    private void checkSize(BigDecimal size, BigDecimal most, String pointer) {
        if (rules.decimal(size, AMOUNT_DECIMALS, pointer, "") && (size.signum() < 0 || size.compareTo(most) > 0)) {
            findings.add(pointer, "A discount is zero or more, and at most 100 percent.");
        }
    }
}
