package io.tillstream.order.sale;

import static io.tillstream.order.sale.FieldRules.AMOUNT_DECIMALS;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a document may say about a deposit, and what else it holds then. */
record DepositForm(Findings findings, FieldRules rules) {

    private static final int LONGEST_NAME = 100;

    void check(SaleDocument sale, Deposit deposit) {
        if (deposit.layawayId() == null) {
            findings.add("/deposit/layawayId", "Say which goods that were set aside the deposit is for.");
        }
        boolean amount = rules.decimal(deposit.amount(), AMOUNT_DECIMALS, "/deposit/amount", "");
        boolean agreed = rules.decimal(deposit.agreedTotal(), AMOUNT_DECIMALS, "/deposit/agreedTotal", "");
        boolean balance = rules.decimal(deposit.balance(), AMOUNT_DECIMALS, "/deposit/balance", "");
        if (deposit.kind() == null) {
            findings.add("/deposit/kind", "A deposit is TAKEN, APPLIED or REFUNDED.");
            return;
        }
        if (amount && deposit.amount().signum() != deposit.kind().sign()) {
            findings.add(
                    "/deposit/amount",
                    "A deposit that is taken is more than zero; one that pays or goes back is less than zero.");
        }
        if (agreed && deposit.agreedTotal().signum() <= 0) {
            findings.add("/deposit/agreedTotal", "What was set aside comes to more than zero.");
        }
        if (balance && deposit.balance().signum() < 0) {
            findings.add("/deposit/balance", "Of a deposit nothing is left or something, never less.");
        }
        if (amount && agreed && balance && deposit.kind() == Deposit.Kind.TAKEN) {
            checkSize(deposit);
        }
        if (deposit.reason() != null) {
            rules.code(deposit.reason(), "/deposit/reason", "");
        }
        checkRest(sale, deposit);
    }

    private void checkSize(Deposit deposit) {
        boolean first = deposit.setAside() != null;
        if (first && deposit.amount().compareTo(deposit.agreedTotal()) >= 0) {
            findings.add("/deposit/amount", "A deposit is less than the goods cost: what is paid in full is sold.");
        }
        if (deposit.balance().compareTo(deposit.agreedTotal()) > 0) {
            findings.add("/deposit/balance", "Deposits never come to more than the goods cost.");
        }
        if (first
                ? deposit.balance().compareTo(deposit.amount()) != 0
                : deposit.balance().compareTo(deposit.amount()) < 0) {
            findings.add("/deposit/balance", "What is left of deposits holds the one that is taken.");
        }
    }

    private void checkRest(SaleDocument sale, Deposit deposit) {
        boolean applied = deposit.kind() == Deposit.Kind.APPLIED;
        List<SaleLine> lines = sale.lines();
        if (!applied && lines != null && !lines.isEmpty()) {
            findings.add("/lines", "A deposit is taken and given back in a document without lines.");
        }
        if (!applied && sale.tip() != null) {
            findings.add("/tip", "A tip is given with goods, not with a deposit.");
        }
        if (applied
                && lines != null
                && lines.stream().noneMatch(line -> line != null && line.kind() == LineKind.SALE)) {
            findings.add("/deposit/kind", "A deposit pays for goods that are sold in the same document.");
        }
        if (deposit.setAside() != null) {
            checkSetAside(deposit.setAside(), deposit.kind(), sale.customerId());
        }
    }

    private void checkSetAside(SetAside goods, Deposit.Kind kind, @Nullable UUID customer) {
        if (kind != Deposit.Kind.TAKEN) {
            findings.add("/deposit/setAside", "Goods are set aside with the first deposit that is taken for them.");
        }
        String name = goods.name();
        if (name == null
                ? customer == null
                : name.isBlank() || name.length() > LONGEST_NAME || FieldRules.hasNul(name)) {
            findings.add(
                    "/deposit/setAside/name",
                    "Say for whom, in at most 100 characters, or name the customer's profile.");
        }
        if (goods.keptUntil() != null
                && (goods.keptUntil().getYear() < 1970 || goods.keptUntil().getYear() > 9999)) {
            findings.add("/deposit/setAside/keptUntil", "Say until which day they are kept, like 2026-12-22.");
        }
        if (goods.lines() != null
                && goods.lines().stream().anyMatch(line -> line != null && line.kind() == LineKind.RETURN)) {
            findings.add("/deposit/setAside/lines", "Only goods that are sold can be set aside.");
        }
    }
}
