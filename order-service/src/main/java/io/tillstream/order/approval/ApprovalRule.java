package io.tillstream.order.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillstream.order.sale.ApprovalAction;
import io.tillstream.platform.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of a policy: beyond this size, whoever has none of these roles needs the approval of somebody who has one of those.
 *
 * @param above null: always
 */
public record ApprovalRule(
        @NotNull ApprovalAction action,
        @Nullable @Valid Above above,
        @NotNull Set<@NotNull Role> alone,
        @NotEmpty Set<@NotNull Role> approvers) {

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    /** One of both. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Above(
            @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 4)
            BigDecimal percent,

            @Nullable @PositiveOrZero @Digits(integer = 12, fraction = 4)
            BigDecimal amount) {

        @AssertTrue(message = "is either a percentage or an amount")
        boolean isOneOfBoth() {
            return (percent == null) != (amount == null);
        }
    }

    boolean isBrokenBy(Deed deed, Set<Role> roles) {
        return action == deed.action() && isExceededBy(deed) && Collections.disjoint(alone, roles);
    }

    private boolean isExceededBy(Deed deed) {
        if (above == null) {
            return true;
        }
        if (above.amount() != null) {
            return deed.amount().compareTo(above.amount()) > 0;
        }
        BigDecimal most = above.percent() == null ? BigDecimal.ZERO : above.percent();
        return deed.percent() != null
                ? deed.percent().compareTo(most) > 0
                : deed.amount().multiply(HUNDRED).compareTo(most.multiply(deed.of())) > 0;
    }
}
