package io.tillstream.order.till;

import io.tillstream.order.approval.ApprovalBook;
import io.tillstream.order.approval.ApprovalCheck;
import io.tillstream.order.approval.ApprovalPolicies;
import io.tillstream.order.approval.Deed;
import io.tillstream.order.sale.ApprovalAction;
import io.tillstream.order.sale.GivenApproval;
import io.tillstream.order.sale.RungUpBy;
import io.tillstream.order.staff.StaffMember;
import io.tillstream.order.staff.StaffRoster;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.security.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody else should have approved at a drawer, read with the policy that held then. It was done all the same. */
@Component
class CashApprovals {

    private final ApprovalPolicies policies;
    private final ApprovalCheck check;
    private final ApprovalBook book;
    private final StaffRoster staff;

    CashApprovals(ApprovalPolicies policies, ApprovalCheck check, ApprovalBook book, StaffRoster staff) {
        this.policies = policies;
        this.check = check;
        this.book = book;
        this.staff = staff;
    }

    /** Says in words what should have been approved and was not; null when all is well. */
    @Nullable
    String missing(Claim claim, TillSession session, Caller caller) {
        Deed deed = claim.deed();
        if (deed == null) {
            return null;
        }
        String store = session.storeId();
        return policies.at(claim.at(), store)
                .need(deed, rolesOf(claim.by(), store, caller))
                .flatMap(needed -> check.missing(
                        needed, claim.given(), new ApprovalCheck.Done(claim.by().id(), store, session.currency())))
                .orElse(null);
    }

    void enter(Claim claim, TillSession session) {
        book.enter(
                new ApprovalBook.Holder(
                        claim.documentId(),
                        claim.kind(),
                        session.storeId(),
                        session.tillId(),
                        session.currency(),
                        claim.by().id(),
                        claim.by().name()),
                claim.given());
    }

    private Set<Role> rolesOf(RungUpBy person, String storeId, Caller caller) {
        return person.id().equals(caller.subject())
                ? caller.roles()
                : staff.find(person.id(), storeId).map(StaffMember::roles).orElse(Set.of(Role.CASHIER));
    }

    /**
     * What a document says was done, by whom, and who stood behind it.
     *
     * @param deed null: nothing that a policy may speak about
     */
    record Claim(
            UUID documentId,
            String kind,
            Instant at,
            @Nullable Deed deed,
            List<GivenApproval> given,
            RungUpBy by) {

        static Claim of(CashMovement movement, CashMoved moved) {
            Deed deed = switch (movement.kind()) {
                case PAY_OUT -> sized(ApprovalAction.PAY_OUT, movement.amount(), movement.amount());
                case NO_SALE -> sized(ApprovalAction.NO_SALE, movement.amount(), movement.amount());
                case PAY_IN, SKIM -> null;
            };
            return new Claim(
                    moved.id(),
                    "CASH_MOVEMENT",
                    movement.movedAt(),
                    deed,
                    movement.givenApprovals(),
                    new RungUpBy(moved.movedBy(), moved.movedByName()));
        }

        static Claim of(CashCount count, TillClosing closing, UUID session) {
            BigDecimal off = closing.difference().abs();
            return new Claim(
                    session,
                    "TILL_CLOSING",
                    closing.closedAt(),
                    off.signum() == 0 ? null : sized(ApprovalAction.CASH_DIFFERENCE, off, closing.expectedCash()),
                    count.givenApprovals(),
                    new RungUpBy(closing.closedBy(), closing.closedByName()));
        }

        static Claim of(VoidedBasket basket, UUID id) {
            Deed deed = basket.taken().signum() == 0
                    ? null
                    : sized(ApprovalAction.VOID_AFTER_TENDER, basket.taken(), basket.taken());
            return new Claim(id, "VOID", basket.voidedAt(), deed, basket.givenApprovals(), basket.doneBy());
        }

        private static Deed sized(ApprovalAction action, BigDecimal amount, BigDecimal of) {
            return new Deed(action, null, amount, of.max(BigDecimal.ZERO), null);
        }
    }
}
