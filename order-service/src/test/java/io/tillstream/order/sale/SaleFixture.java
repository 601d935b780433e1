package io.tillstream.order.sale;

import io.tillstream.order.sale.SaleLine.TaxPart;
import io.tillstream.platform.id.UuidV7;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** {@code aSale().with(2, ESPRESSO).paidInCash("10.00")}: a document that adds up, as a till would send it. */
public final class SaleFixture {

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final List<SaleLine> lines = new ArrayList<>();
    private String store = "berlin";
    private String till = "berlin-1";
    private UUID session;
    private UUID customer;
    private String externalReference;
    private long receiptNumber = NUMBERS.incrementAndGet();
    private SalePricing pricing;
    private RungUpBy rungUpBy;
    private AgeCheck ageCheck;
    private Tip tip;
    private Deposit deposit;
    private final List<GivenApproval> approvals = new ArrayList<>();
    private final List<Tender> tenders = new ArrayList<>();
    private Instant occurredAt = Instant.parse("2026-01-22T10:15:00Z");

    private SaleFixture() {}

    public static SaleFixture aSale() {
        return new SaleFixture();
    }

    public SaleFixture in(String newStore) {
        store = newStore;
        till = newStore + "-1";
        return this;
    }

    public SaleFixture on(String newTill) {
        till = newTill;
        return this;
    }

    public SaleFixture during(UUID newSession) {
        session = newSession;
        return this;
    }

    public SaleFixture of(UUID newCustomer) {
        customer = newCustomer;
        return this;
    }

    public SaleFixture numbered(long number) {
        receiptNumber = number;
        return this;
    }

    public SaleFixture at(String instant) {
        occurredAt = Instant.parse(instant);
        return this;
    }

    public SaleFixture knownElsewhereAs(String reference) {
        externalReference = reference;
        return this;
    }

    public SaleFixture with(int quantity, Product product) {
        return with(Integer.toString(quantity), product);
    }

    public SaleFixture with(String quantity, Product product) {
        return line(quantity, product, "0.00", null);
    }

    public SaleFixture withDiscount(String discount, int quantity, Product product) {
        return line(Integer.toString(quantity), product, discount, null);
    }

    public SaleFixture priced(SalePricing howItWasPriced) {
        pricing = howItWasPriced;
        return this;
    }

    public SaleFixture rungUpBy(String id, String name) {
        rungUpBy = new RungUpBy(id, name);
        return this;
    }

    public SaleFixture oldEnoughFor(AgeCheck check) {
        ageCheck = check;
        return this;
    }

    /** On top of what is paid by {@link #paidByCard()}, out of the change of what is paid in cash. */
    public SaleFixture tipping(String amount, String id, String name) {
        tip = new Tip(new BigDecimal(amount), new RungUpBy(id, name));
        return this;
    }

    /** What was put in so far is not sold, but set aside with a first deposit. */
    public SaleFixture settingAside(UUID layaway, String amount, String name) {
        SetAside goods = new SetAside(name, LocalDate.parse("2026-02-22"), List.copyOf(lines), pricing);
        BigDecimal paid = new BigDecimal(amount);
        deposit = new Deposit(layaway, Deposit.Kind.TAKEN, paid, total(), paid, null, goods);
        lines.clear();
        pricing = null;
        return this;
    }

    /** More is taken for what was set aside before, it pays for goods, or it goes back: then less than zero. */
    public SaleFixture deposit(Deposit.Kind kind, UUID layaway, String amount, String agreed, String balance) {
        String reason = kind == Deposit.Kind.REFUNDED ? "CHANGED_MIND" : null;
        deposit = new Deposit(
                layaway, kind, new BigDecimal(amount), new BigDecimal(agreed), new BigDecimal(balance), reason, null);
        return this;
    }

    public SaleFixture approved(GivenApproval approval) {
        approvals.add(approval);
        return this;
    }

    public SaleFixture bringingBack(int quantity, Product product, UUID saleId, int lineNo) {
        return bringingBack(quantity, product, "0.00", saleId, lineNo);
    }

    public SaleFixture bringingBack(int quantity, Product product, String discount, UUID saleId, int lineNo) {
        return line(Integer.toString(-quantity), product, discount, new ReturnOf(saleId, lineNo));
    }

    private SaleFixture line(String quantity, Product product, String discount, ReturnOf returnOf) {
        BigDecimal count = new BigDecimal(quantity);
        BigDecimal off = new BigDecimal(discount);
        lines.add(new SaleLine(
                lines.size() + 1,
                LineKind.ofQuantity(count.signum()),
                product.id(),
                product.sku(),
                product.name(),
                count,
                product.decimalPrice(),
                off,
                product.taxCategory(),
                new BigDecimal(product.taxRate()),
                count.multiply(product.decimalPrice()).subtract(off).setScale(2, RoundingMode.HALF_UP),
                returnOf,
                null,
                null,
                null,
                null,
                null,
                null));
        return this;
    }

    /** What the last line says of its tax. */
    public SaleFixture taxed(String tax) {
        SaleLine line = lines.getLast();
        return replaceLast(line, line.amount(), new BigDecimal(tax), null, null, line.batch());
    }

    /** The last line's price does not hold its taxes: they come on top. */
    public SaleFixture plusTaxes(TaxPart... parts) {
        SaleLine line = lines.getLast();
        BigDecimal tax = Stream.of(parts).map(TaxPart::tax).reduce(BigDecimal.ZERO, BigDecimal::add);
        return replaceLast(line, line.amount().add(tax), tax, tax, List.of(parts), line.batch());
    }

    /** An exempt customer does not pay the tax in the last line's price. */
    public SaleFixture lessTax(String tax) {
        SaleLine line = lines.getLast();
        BigDecimal less = new BigDecimal(tax);
        return replaceLast(
                line, line.amount().subtract(less), new BigDecimal("0.00"), less.negate(), null, line.batch());
    }

    public SaleFixture outOf(Batch batch) {
        SaleLine line = lines.getLast();
        return replaceLast(line, line.amount(), line.tax(), line.taxAdded(), line.taxParts(), batch);
    }

    public SaleFixture noted(String note, ComeBack comeBack) {
        SaleLine line = lines.getLast();
        return replaceLast(
                line, line.amount(), line.tax(), line.taxAdded(), line.taxParts(), line.batch(), note, comeBack);
    }

    private SaleFixture replaceLast(
            SaleLine line, BigDecimal amount, BigDecimal tax, BigDecimal added, List<TaxPart> parts, Batch batch) {
        return replaceLast(line, amount, tax, added, parts, batch, line.note(), line.comeBack());
    }

    private SaleFixture replaceLast(
            SaleLine line,
            BigDecimal amount,
            BigDecimal tax,
            BigDecimal added,
            List<TaxPart> parts,
            Batch batch,
            String note,
            ComeBack comeBack) {
        lines.set(
                lines.size() - 1,
                new SaleLine(
                        line.lineNo(),
                        line.kind(),
                        line.productId(),
                        line.sku(),
                        line.name(),
                        line.quantity(),
                        line.unitPrice(),
                        line.discount(),
                        line.taxCategory(),
                        line.taxRate(),
                        amount,
                        line.returnOf(),
                        tax,
                        added,
                        parts,
                        batch,
                        note,
                        comeBack));
        return this;
    }

    /** One of several tenders; {@link #paidInAll()} gives the change out of them. */
    public SaleFixture tendered(TenderType type, String amount, UUID payment, RefundOf refundOf) {
        tenders.add(new Tender(tenders.size() + 1, type, new BigDecimal(amount), payment, refundOf, null));
        return this;
    }

    /** Cash of another currency, at a rate. */
    public SaleFixture tenderedIn(String currency, String amount, String rate) {
        ForeignMoney foreign = new ForeignMoney(currency, new BigDecimal(amount), new BigDecimal(rate));
        tenders.add(new Tender(tenders.size() + 1, TenderType.CASH, foreign.worthIn("EUR"), null, null, foreign));
        return this;
    }

    public SaleDocument paidInAll() {
        return paid(tenders.stream().map(Tender::amount).reduce(BigDecimal.ZERO, BigDecimal::add), tenders);
    }

    public SaleDocument paidInCash(String handed) {
        return paid(TenderType.CASH, new BigDecimal(handed));
    }

    public SaleDocument paidByCard() {
        return paid(TenderType.CARD, due());
    }

    private SaleDocument paid(TenderType type, BigDecimal handed) {
        return paid(handed, List.of(new Tender(1, type, handed, null, null, null)));
    }

    private SaleDocument paid(BigDecimal handed, List<Tender> how) {
        return new SaleDocument(
                store,
                till,
                session,
                receiptNumber,
                occurredAt,
                LocalDate.ofInstant(occurredAt, ZoneOffset.UTC),
                "EUR",
                customer,
                externalReference,
                List.copyOf(lines),
                taxes(),
                total(),
                new BigDecimal("0.00"),
                List.copyOf(how),
                handed.subtract(due()),
                pricing,
                rungUpBy,
                approvals.isEmpty() ? null : List.copyOf(approvals),
                ageCheck,
                tip,
                deposit);
    }

    private BigDecimal due() {
        BigDecimal withTip = tip == null ? total() : total().add(tip.amount());
        return deposit == null ? withTip : withTip.add(deposit.amount());
    }

    private BigDecimal total() {
        return lines.stream().map(SaleLine::amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    private List<TaxShare> taxes() {
        Map<String, TaxShare> shares = new LinkedHashMap<>();
        for (SaleLine line : lines) {
            shares.merge(
                    line.taxCategory(),
                    share(line),
                    (one, other) ->
                            share(one.category(), one.rate(), one.gross().add(other.gross()), tax(one, other)));
        }
        return List.copyOf(shares.values());
    }

    private TaxShare share(SaleLine line) {
        return share(line.taxCategory(), line.taxRate(), line.amount(), line.tax());
    }

    /** What lines say of their tax adds up; without it the tax is taken out of the sum. */
    private BigDecimal tax(TaxShare one, TaxShare other) {
        boolean said = lines.stream().allMatch(line -> line.tax() != null);
        return said ? one.tax().add(other.tax()) : null;
    }

    private static TaxShare share(String category, BigDecimal rate, BigDecimal gross, BigDecimal tax) {
        BigDecimal net = tax != null
                ? gross.subtract(tax)
                : gross.divide(BigDecimal.ONE.add(rate.movePointLeft(2)), 2, RoundingMode.HALF_UP);
        return new TaxShare(category, rate, net, gross.subtract(net), gross, null);
    }

    public static String pathOf(UUID sale) {
        return "/api/sales/" + sale;
    }

    public static String anyPath() {
        return pathOf(UuidV7.next());
    }
}
