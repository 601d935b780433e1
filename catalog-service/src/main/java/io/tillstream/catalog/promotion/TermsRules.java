package io.tillstream.catalog.promotion;

import static io.tillstream.catalog.promotion.PromotionTerms.Kind.BASKET_AMOUNT;
import static io.tillstream.catalog.promotion.PromotionTerms.Kind.BASKET_PERCENT;
import static io.tillstream.catalog.promotion.PromotionTerms.Kind.BUNDLE;
import static io.tillstream.catalog.promotion.PromotionTerms.Kind.BUY_X_GET_Y;
import static io.tillstream.catalog.promotion.PromotionTerms.Kind.CHEAPEST_FREE;
import static io.tillstream.catalog.promotion.PromotionTerms.Kind.LINE_AMOUNT;
import static io.tillstream.catalog.promotion.PromotionTerms.Kind.LINE_PERCENT;
import static io.tillstream.catalog.promotion.PromotionTerms.Kind.MIX_AND_MATCH;

import io.tillstream.platform.web.FieldError;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a kind of promotion needs, and what would contradict it. */
final class TermsRules {
    private static final Set<PromotionTerms.Kind> BY_PERCENT =
            EnumSet.of(LINE_PERCENT, BASKET_PERCENT, BUY_X_GET_Y, CHEAPEST_FREE);
    private static final Set<PromotionTerms.Kind> BY_AMOUNT = EnumSet.of(LINE_AMOUNT, BASKET_AMOUNT);
    private static final Set<PromotionTerms.Kind> BY_PRICE = EnumSet.of(BUNDLE, MIX_AND_MATCH);

    private final PromotionTerms terms;
    private final List<FieldError> errors = new ArrayList<>();

    private TermsRules(PromotionTerms terms) {
        this.terms = terms;
    }

    /** @throws PromotionNotValid naming every place that is wrong */
    static void check(PromotionTerms terms) {
        TermsRules rules = new TermsRules(terms);
        rules.checkWhatIsTakenOff();
        rules.checkParts();
        rules.checkMoney();
        rules.checkCoupon();
        rules.checkWindow();
        if (!rules.errors.isEmpty()) {
            throw new PromotionNotValid(rules.errors);
        }
    }

    private void checkWhatIsTakenOff() {
        belongs("/percent", terms.percent(), BY_PERCENT, "how many percent are taken off");
        belongs("/amount", terms.amount(), BY_AMOUNT, "how much is taken off");
        belongs("/price", terms.price(), BY_PRICE, "what the whole set costs");
    }

    private void belongs(String pointer, @Nullable Object value, Set<PromotionTerms.Kind> kinds, String meaning) {
        if (kinds.contains(terms.kind()) && value == null) {
            wrong(pointer, terms.kind() + " needs it: " + meaning + ".");
        }
        if (!kinds.contains(terms.kind()) && value != null) {
            wrong(pointer, terms.kind() + " does not use it; leave it out.");
        }
    }

    private void checkParts() {
        int parts = terms.parts().size();
        switch (terms.kind()) {
            case LINE_PERCENT, LINE_AMOUNT, BASKET_PERCENT, BASKET_AMOUNT ->
                mustBe(parts == 0, terms.kind() + " has no sets; say with target what it aims at.");
            case BUY_X_GET_Y -> mustBe(parts == 2, "BUY_X_GET_Y has two parts: what is bought, and what is given.");
            case CHEAPEST_FREE ->
                mustBe(
                        parts == 1 && terms.parts().getFirst().pieces() > 1,
                        "CHEAPEST_FREE has one part of at least two pieces, of which the cheapest is reduced.");
            case MIX_AND_MATCH -> mustBe(parts == 1, "MIX_AND_MATCH has one part: any so many pieces of its goods.");
            case BUNDLE -> mustBe(parts > 0, "BUNDLE has a part for each of its goods.");
        }
    }

    private void mustBe(boolean right, String otherwise) {
        if (!right) {
            wrong("/parts", otherwise);
        }
    }

    private void checkMoney() {
        if (terms.namesMoney() && terms.currency() == null) {
            wrong("/currency", "Say in which currency the amounts are.");
        }
        if (!terms.namesMoney() && terms.currency() != null) {
            wrong("/currency", "Without an amount a promotion holds in every currency; leave it out.");
        }
    }

    private void checkCoupon() {
        if (terms.couponLimit() != null && terms.coupon() == null) {
            wrong("/couponLimit", "Only a coupon is used up; give it a code, or leave this out.");
        }
    }

    private void checkWindow() {
        PromotionTerms.Window window = terms.window();
        if (window.from() != null && window.until() != null && !window.from().isBefore(window.until())) {
            wrong("/window/until", "It ends before it begins.");
        }
        if ((window.startsAt() == null) != (window.endsAt() == null)) {
            wrong("/window/" + (window.startsAt() == null ? "startsAt" : "endsAt"), "Hours have a start and an end.");
        }
    }

    private void wrong(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }
}
