package io.tillstream.order.till;

import io.tillstream.order.amount.Amounts;
import io.tillstream.order.sale.RungUpBy;
import io.tillstream.order.sale.SessionSales.TenderTotal;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Fingerprint;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The time between putting change money into a drawer and counting it: who had it, what should be in it, what was. */
@Entity
class TillSession {

    @Id
    private UUID id;

    private String tillId;
    private String storeId;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String currency;

    private LocalDate businessDate;
    private int drawer;

    @SuppressWarnings("UnusedVariable") // queries read the column
    private boolean overtaken;

    private BigDecimal openingFloat;

    @SuppressWarnings("UnusedVariable") // kept for whoever looks into a difference
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable List<Denomination> floatCount;

    private Instant openedAt;
    private String openedBy;
    private String openedByName;
    private byte[] openingFingerprint;

    private @Nullable Instant closedAt;

    @SuppressWarnings("UnusedVariable") // the sale review reads the column
    private @Nullable Instant closingRecordedAt;

    private @Nullable String closedBy;
    private @Nullable String closedByName;

    @SuppressWarnings("UnusedVariable") // kept for whoever asks whose token it was
    private @Nullable String closingSentBy;

    @SuppressWarnings("UnusedVariable") // the task board reads the column
    private @Nullable String approvalMissing;

    private @Nullable BigDecimal countedCash;
    private @Nullable BigDecimal expectedCash;
    private @Nullable Boolean counted;
    private @Nullable BigDecimal cashMoved;
    private @Nullable Long zNumber;
    private @Nullable String closingReason;

    @SuppressWarnings("UnusedVariable") // kept for whoever looks into a difference
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable List<Denomination> closingCount;

    private @Nullable Long sales;
    private @Nullable Long returns;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable List<TenderTotal> tenders;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable List<ForeignDrawer> foreignCash;

    private byte @Nullable [] closingFingerprint;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected TillSession() {}

    static TillSession open(UUID id, TillOpening opening, Caller by) {
        TillSession session = new TillSession();
        session.id = id;
        session.tillId = opening.tillId();
        session.storeId = opening.storeId();
        session.currency = opening.currency();
        session.businessDate = opening.businessDate();
        session.drawer = opening.drawer() == null ? 1 : opening.drawer();
        session.openingFloat = opening.openingFloat();
        session.floatCount = opening.floatCount();
        session.openedAt = opening.openedAt();
        session.openedBy = by.subject();
        session.openedByName = by.name();
        session.openingFingerprint = Fingerprint.of(opening);
        return session;
    }

    /** It comes when a later session of its drawer is here: it waits for its own closing and holds up nobody. */
    void overtake() {
        overtaken = true;
    }

    /** Closes the session on what was sold until now; the count is kept even when it is far off. */
    void close(CashCount count, DrawerContents contents, long number, Caller caller, Instant recordedAt) {
        RungUpBy by = RungUpBy.orElse(count.doneBy(), caller);
        closedAt = count.closedAt();
        closingRecordedAt = recordedAt;
        closedBy = by.id();
        closedByName = by.name();
        closingSentBy = caller.subject();
        expectedCash = expectedFrom(contents);
        counted = count.countedCash() != null;
        countedCash = count.countedCash() == null ? expectedCash : count.countedCash();
        closingCount = count.count();
        closingReason = count.reason();
        cashMoved = contents.moved();
        zNumber = number;
        sales = contents.sold().sales();
        returns = contents.sold().returns();
        tenders = contents.sold().tenders();
        List<ForeignDrawer> foreign = ForeignDrawer.of(contents.sold().foreign(), count.countedForeign());
        foreignCash = foreign.isEmpty() ? null : foreign;
        closingFingerprint = Fingerprint.of(count);
    }

    void note(@Nullable String whatShouldHaveBeenApproved) {
        approvalMissing = whatShouldHaveBeenApproved;
    }

    BigDecimal expectedFrom(DrawerContents contents) {
        return contents.expectedWith(openingFloat);
    }

    boolean isOpen() {
        return closedAt == null;
    }

    void mustMatch(TillOpening opening) {
        Fingerprint.mustMatch(openingFingerprint, opening);
    }

    void mustMatch(CashCount count) {
        if (!MessageDigest.isEqual(required(closingFingerprint), Fingerprint.of(count))) {
            throw new TillSessionClosedBefore(this, closing());
        }
    }

    TillSessionView view() {
        return view(isOpen() ? null : closing());
    }

    /** As it was when it opened, which is what a resend of the opening is told, also after the closing. */
    TillSessionView viewOfOpening() {
        return view(null);
    }

    private TillSessionView view(@Nullable TillClosing closing) {
        return new TillSessionView(
                id,
                tillId,
                storeId,
                currency,
                businessDate,
                drawer,
                Amounts.written(openingFloat, currency),
                openedAt,
                openedBy,
                openedByName,
                closing == null ? TillSessionView.State.OPEN : TillSessionView.State.CLOSED,
                closing);
    }

    TillClosing closing() {
        return new TillClosing(
                required(closedAt),
                required(closedBy),
                required(closedByName),
                Amounts.written(required(expectedCash), currency),
                Amounts.written(required(countedCash), currency),
                Amounts.written(required(countedCash).subtract(required(expectedCash)), currency),
                required(counted),
                Amounts.written(required(cashMoved), currency),
                required(zNumber),
                required(sales),
                required(returns),
                required(tenders).stream()
                        .map(total -> new TenderTotal(total.type(), Amounts.written(total.amount(), currency)))
                        .toList(),
                closingReason,
                foreignCash == null ? List.of() : foreignCash);
    }

    private <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("Till session " + id + " is open");
        }
        return value;
    }

    UUID id() {
        return id;
    }

    int drawer() {
        return drawer;
    }

    String currency() {
        return currency;
    }

    LocalDate businessDate() {
        return businessDate;
    }

    String tillId() {
        return tillId;
    }

    String storeId() {
        return storeId;
    }

    Instant openedAt() {
        return openedAt;
    }

    String openedByName() {
        return openedByName;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
