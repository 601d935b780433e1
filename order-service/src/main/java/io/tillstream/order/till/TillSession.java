package io.tillstream.order.till;

import io.tillstream.order.amount.Amounts;
import io.tillstream.order.sale.SessionSales;
import io.tillstream.order.sale.SessionSales.TenderTotal;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Fingerprint;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
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
    private BigDecimal openingFloat;
    private Instant openedAt;
    private String openedBy;
    private String openedByName;
    private byte[] openingFingerprint;

    private @Nullable Instant closedAt;

    @SuppressWarnings("UnusedVariable") // the sale review reads the column
    private @Nullable Instant closingRecordedAt;

    private @Nullable String closedBy;
    private @Nullable String closedByName;
    private @Nullable BigDecimal countedCash;
    private @Nullable BigDecimal expectedCash;
    private @Nullable Long sales;
    private @Nullable Long returns;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable List<TenderTotal> tenders;

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
        session.openingFloat = opening.openingFloat();
        session.openedAt = opening.openedAt();
        session.openedBy = by.subject();
        session.openedByName = by.name();
        session.openingFingerprint = Fingerprint.of(opening);
        return session;
    }

    /** Closes the session on what was sold until now; the count is kept even when it is far off. */
    void close(CashCount count, SessionSales.Totals sold, Caller by, Instant recordedAt) {
        closedAt = count.closedAt();
        closingRecordedAt = recordedAt;
        closedBy = by.subject();
        closedByName = by.name();
        countedCash = count.countedCash();
        expectedCash = openingFloat.add(sold.cash());
        sales = sold.sales();
        returns = sold.returns();
        tenders = sold.tenders();
        closingFingerprint = Fingerprint.of(count);
    }

    boolean isOpen() {
        return closedAt == null;
    }

    void mustMatch(TillOpening opening) {
        Fingerprint.mustMatch(openingFingerprint, opening);
    }

    void mustMatch(CashCount count) {
        Fingerprint.mustMatch(required(closingFingerprint), count);
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
                required(sales),
                required(returns),
                required(tenders).stream()
                        .map(total -> new TenderTotal(total.type(), Amounts.written(total.amount(), currency)))
                        .toList());
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
