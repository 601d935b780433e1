package io.tillstream.order.sale;

import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.tracing.Traceparent;
import io.tillstream.platform.web.Fingerprint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a sale with its lines, tenders and event as one statement, which is its own transaction: the hot path makes exactly one
 * round trip to the database. The unique key on the id decides, for ever, who was first.
 */
@Component
class SaleJournal {

    private static final String APPEND = """
            with accepted as (
                insert into sale (id, recorded_at, occurred_at, till_session_id, customer_id, receipt_number, business_date, store_id,
                                  till_id, document_type, currency, total, cash_rounding, change, cashier, cashier_name,
                                  external_reference, taxes, pricing, fingerprint, event_id, cashier_roles, rung_up_by,
                                  rung_up_by_name, approvals, age_check, tip, tip_to, tip_to_name, layaway_id, deposit_kind,
                                  deposit_amount, deposit)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb,
                        ?::numeric, ?, ?, ?, ?, ?::numeric, ?::jsonb)
                on conflict on constraint sale_pk do nothing
                returning id, event_id),
            lines as (
                insert into sale_line (sale_id, line_no, product_id, sku, name, quantity, unit_price, discount, tax_category,
                                       tax_rate, amount, return_of_sale_id, return_of_line_no, tax, tax_added, tax_parts, lot,
                                       serial, expiry_date, note, come_back_reason, come_back_condition)
                select accepted.id, line.*
                from accepted, unnest(?::smallint[], ?::uuid[], ?::text[], ?::text[], ?::numeric[], ?::numeric[], ?::numeric[],
                                      ?::text[], ?::numeric[], ?::numeric[], ?::uuid[], ?::smallint[], ?::numeric[], ?::numeric[],
                                      ?::jsonb[], ?::text[], ?::text[], ?::date[], ?::text[], ?::text[], ?::text[]) as line),
            paid as (
                insert into tender (sale_id, tender_no, type, amount, payment_id, refund_of_sale_id, refund_of_tender_no,
                                    foreign_currency, foreign_amount, exchange_rate)
                select accepted.id, tender.*
                from accepted, unnest(?::smallint[], ?::text[], ?::numeric[], ?::uuid[], ?::uuid[], ?::smallint[], ?::text[],
                                      ?::numeric[], ?::numeric[]) as tender),
            announced as (
                insert into outbox (event_id, topic, key, type, occurred_at, aggregate_version, traceparent, body)
                select accepted.event_id, 'pos.order.sale', accepted.id::text, 'order.sale-completed.v1', ?, 1, ?, ?
                from accepted)
            select count(*) from accepted
            """;

    private static final String FIND_SAME = "select recorded_at, fingerprint from sale where id = ?";

    private final JdbcTemplate jdbc;
    private final Outbox outbox;
    private final JsonMapper json;

    SaleJournal(JdbcTemplate jdbc, Outbox outbox, JsonMapper json) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.json = json;
    }

    /**
     * True when the sale is stored by this call, false when its id was taken before.
     *
     * @param roles of the token that sent it
     */
    boolean append(Sale sale, Set<Role> roles) {
        Boolean stored = jdbc.execute(APPEND, (PreparedStatement statement) -> {
            bind(statement, sale, roles);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getInt(1) == 1;
            }
        });
        if (Boolean.TRUE.equals(stored)) {
            outbox.wakeRelayAfterCommit();
            return true;
        }
        return false;
    }

    /** The receipt of the sale that holds this id, when it was the same document; otherwise already-stored-differently. */
    SaleReceipt receiptOfSame(Sale resent) {
        return jdbc.queryForObject(
                FIND_SAME,
                (row, number) -> {
                    Fingerprint.mustMatch(row.getBytes("fingerprint"), resent.document());
                    Instant recordedAt = row.getTimestamp("recorded_at").toInstant();
                    return resent.receipt().asRecordedAt(recordedAt);
                },
                resent.id());
    }

    private void bind(PreparedStatement statement, Sale sale, Set<Role> roles) throws SQLException {
        Parameters parameters = new Parameters(statement);
        bindHead(parameters, sale);
        bindPeople(parameters, sale.document(), roles);
        bindLines(parameters, sale.document().lines());
        bindTenders(parameters, sale.document().tenders());
        parameters
                .instant(sale.document().occurredAt())
                .text(Traceparent.current())
                .bytes(json.writeValueAsBytes(sale));
    }

    private void bindHead(Parameters parameters, Sale sale) throws SQLException {
        SaleDocument document = sale.document();
        parameters
                .object(sale.id())
                .instant(sale.recordedAt())
                .instant(document.occurredAt())
                .uuid(document.tillSessionId())
                .uuid(document.customerId())
                .object(document.receiptNumber())
                .object(document.businessDate())
                .text(document.storeId())
                .text(document.tillId())
                .text(sale.documentType().name())
                .text(document.currency())
                .object(document.total())
                .object(document.cashRounding())
                .object(document.change())
                .text(sale.cashier())
                .text(sale.cashierName())
                .text(document.externalReference())
                .text(json.writeValueAsString(document.taxes()))
                .text(document.pricing() == null ? null : json.writeValueAsString(document.pricing()))
                .bytes(Fingerprint.of(document))
                .object(UuidV7.next());
    }

    private void bindPeople(Parameters parameters, SaleDocument document, Set<Role> roles) throws SQLException {
        RungUpBy person = document.rungUpBy();
        List<GivenApproval> approvals = document.approvals();
        Tip tip = document.tip();
        parameters
                .text(roles.stream().map(Role::name).sorted().collect(Collectors.joining(" ")))
                .text(person == null ? null : person.id())
                .text(person == null ? null : person.name())
                .text(approvals == null || approvals.isEmpty() ? null : json.writeValueAsString(approvals))
                .text(document.ageCheck() == null ? null : json.writeValueAsString(document.ageCheck()))
                .text(tip == null ? null : tip.amount().toPlainString())
                .text(tip == null ? null : tip.recipient().id())
                .text(tip == null ? null : tip.recipient().name());
        bindDeposit(parameters, document.deposit());
    }

    private void bindDeposit(Parameters parameters, @Nullable Deposit deposit) throws SQLException {
        parameters
                .uuid(deposit == null ? null : deposit.layawayId())
                .text(deposit == null ? null : deposit.kind().name())
                .text(deposit == null ? null : deposit.amount().toPlainString())
                .text(deposit == null ? null : json.writeValueAsString(deposit));
    }

    private void bindLines(Parameters parameters, List<SaleLine> lines) throws SQLException {
        parameters
                .array("int2", lines, SaleLine::lineNo)
                .array("uuid", lines, SaleLine::productId)
                .array("text", lines, SaleLine::sku)
                .array("text", lines, SaleLine::name)
                .array("numeric", lines, SaleLine::quantity)
                .array("numeric", lines, SaleLine::unitPrice)
                .array("numeric", lines, SaleLine::discount)
                .array("text", lines, SaleLine::taxCategory)
                .array("numeric", lines, SaleLine::taxRate)
                .array("numeric", lines, SaleLine::amount)
                .array(
                        "uuid",
                        lines,
                        line -> line.returnOf() == null ? null : line.returnOf().saleId())
                .array(
                        "int2",
                        lines,
                        line -> line.returnOf() == null ? null : line.returnOf().lineNo())
                .seldom("numeric", lines, SaleLine::tax)
                .seldom("numeric", lines, SaleLine::taxAdded)
                .seldom(
                        "jsonb",
                        lines,
                        line -> line.taxParts() == null ? null : json.writeValueAsString(line.taxParts()))
                .seldom(
                        "text",
                        lines,
                        line -> line.batch() == null ? null : line.batch().lot())
                .seldom(
                        "text",
                        lines,
                        line -> line.batch() == null ? null : line.batch().serial())
                .seldom(
                        "date",
                        lines,
                        line -> line.batch() == null ? null : line.batch().expiryDate())
                .seldom("text", lines, SaleLine::note)
                .seldom(
                        "text",
                        lines,
                        line -> line.comeBack() == null
                                ? null
                                : line.comeBack().reason().name())
                .seldom(
                        "text",
                        lines,
                        line -> line.comeBack() == null
                                ? null
                                : line.comeBack().condition().name());
    }

    private static void bindTenders(Parameters parameters, List<Tender> tenders) throws SQLException {
        parameters
                .array("int2", tenders, Tender::tenderNo)
                .array("text", tenders, tender -> tender.type().name())
                .array("numeric", tenders, Tender::amount)
                .array("uuid", tenders, Tender::paymentId)
                .seldom(
                        "uuid",
                        tenders,
                        tender -> tender.refundOf() == null
                                ? null
                                : tender.refundOf().saleId())
                .seldom(
                        "int2",
                        tenders,
                        tender -> tender.refundOf() == null
                                ? null
                                : tender.refundOf().tenderNo())
                .seldom("text", tenders, ofForeign(ForeignMoney::currency))
                .seldom("numeric", tenders, ofForeign(ForeignMoney::amount))
                .seldom("numeric", tenders, ofForeign(ForeignMoney::rate));
    }

    private static Function<Tender, @Nullable Object> ofForeign(Function<ForeignMoney, Object> part) {
        return tender -> tender.foreign() == null ? null : part.apply(tender.foreign());
    }

    /** Binds parameters in the order in which the statement names them. */
    private static final class Parameters {

        private final PreparedStatement statement;
        private final Connection connection;
        private int position;

        Parameters(PreparedStatement statement) throws SQLException {
            this.statement = statement;
            this.connection = statement.getConnection();
        }

        Parameters object(Object value) throws SQLException {
            statement.setObject(++position, value);
            return this;
        }

        Parameters uuid(@Nullable Object value) throws SQLException {
            statement.setObject(++position, value, Types.OTHER);
            return this;
        }

        Parameters text(@Nullable String value) throws SQLException {
            statement.setString(++position, value);
            return this;
        }

        Parameters instant(Instant value) throws SQLException {
            statement.setObject(++position, value.atOffset(ZoneOffset.UTC));
            return this;
        }

        Parameters bytes(byte[] value) throws SQLException {
            statement.setBytes(++position, value);
            return this;
        }

        /** One null instead of a null for each row: unnest fills up a column that is not there. */
        <T> Parameters seldom(String type, List<T> rows, Function<T, @Nullable Object> column) throws SQLException {
            for (T row : rows) {
                if (column.apply(row) != null) {
                    return array(type, rows, column);
                }
            }
            statement.setNull(++position, Types.ARRAY);
            return this;
        }

        <T> Parameters array(String type, List<T> rows, Function<T, @Nullable Object> column) throws SQLException {
            @Nullable Object[] values = new @Nullable Object[rows.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = column.apply(rows.get(i));
            }
            statement.setArray(++position, connection.createArrayOf(type, values));
            return this;
        }
    }
}
