package io.tillstream.catalog.changeset;

import io.tillstream.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/** Which price comes out of another; exact, and rounded half up where it has to be rounded. */
final class PriceEdit {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final ChangeSetTerms.Edit edit;
    private final int decimals;

    PriceEdit(ChangeSetTerms.Edit edit) {
        this.edit = edit;
        this.decimals = Money.decimalsOf(edit.place().currency());
    }

    /** A price that does not exist is only the start of SET. */
    boolean needsPrice() {
        return edit.kind() != ChangeSetTerms.Kind.SET;
    }

    /** May come out below zero, which no till could charge. */
    BigDecimal of(BigDecimal price) {
        BigDecimal changed = switch (edit.kind()) {
            case PERCENT -> percent(price);
            case AMOUNT -> price.add(value());
            case SET -> value();
            default -> price;
        };
        return edit.rounding() == null ? changed : rounded(changed, edit.rounding());
    }

    // a price finer than the currency's smallest coin, for instance of a screw, stays as fine as it was
    private BigDecimal percent(BigDecimal price) {
        int scale = Math.max(decimals, price.stripTrailingZeros().scale());
        return price.multiply(HUNDRED.add(value())).divide(HUNDRED, scale, RoundingMode.HALF_UP);
    }

    private BigDecimal value() {
        return Objects.requireNonNull(edit.value(), "checked by EditRules");
    }

    private static BigDecimal rounded(BigDecimal price, ChangeSetTerms.Rounding rounding) {
        BigDecimal value = rounding.value();
        boolean ending = rounding.form() == ChangeSetTerms.Rounding.Form.ENDING;
        BigDecimal step = ending ? repeats(value) : value;
        BigDecimal offset = ending ? value : BigDecimal.ZERO;
        RoundingMode mode = switch (rounding.towards()) {
            case NEAREST -> RoundingMode.HALF_UP;
            case UP -> RoundingMode.CEILING;
            case DOWN -> RoundingMode.FLOOR;
        };
        BigDecimal steps = price.subtract(offset).divide(step, 0, mode);
        BigDecimal result = steps.multiply(step).add(offset);
        // below its first liked price a cheap thing gets that one, not one below zero
        return result.signum() < 0 && price.signum() > 0 ? offset : result;
    }

    /** An ending comes again with every unit of the digit before it: 0.99 with each 1, 9.95 with each 10. */
    private static BigDecimal repeats(BigDecimal ending) {
        BigDecimal unit = BigDecimal.ONE;
        while (unit.compareTo(ending) <= 0) {
            unit = unit.multiply(BigDecimal.TEN);
        }
        return unit;
    }
}
