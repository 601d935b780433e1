package io.tillstream.local.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.tillstream.local.Part;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A small shop whose books agree; then one thing is spoiled, and the check that must notice does. */
class PlantedFaultsTest {

    private static final String SOLD = "01890000-0000-7000-8000-00000000000a";
    private static final String BACK = "01890000-0000-7000-8000-00000000000b";
    private static final String SESSION = "01890000-0000-7000-8000-00000000000c";
    private static final String ESPRESSO = "01890000-0000-7000-8000-00000000000d";
    private static final String CUSTOMER = "01890000-0000-7000-8000-00000000000e";
    private static final String DEVICE = "01890000-0000-7000-8000-000000000010";
    private static final String SKIMMED = "01890000-0000-7000-8000-00000000000f";

    private static final Map<Part, String> SHOP = Map.of(
            Part.ORDER, orders() + purchaseOrder() + SignedSale.sql(DEVICE, SOLD, SESSION, CUSTOMER),
            Part.INVENTORY, inventory(),
            Part.FINANCE, finance(),
            Part.BILLING, billing(),
            Part.CUSTOMER, customers(),
            Part.PURCHASING, supplierOrder());

    private static ServiceDatabases services;

    @BeforeAll
    static void start() throws Exception {
        services = ServiceDatabases.with(SHOP);
    }

    @AfterAll
    static void stop() throws Exception {
        services.close();
    }

    @BeforeEach
    void reset() throws Exception {
        services.reset();
    }

    private static List<Invariant> invariants() {
        return Verify.booksAgree(Set.of());
    }

    private static Verdict verdict(String name) throws Exception {
        Invariant asked = invariants().stream()
                .filter(invariant -> invariant.name().equals(name))
                .findFirst()
                .orElseThrow();
        try (Databases databases = services.open()) {
            return asked.check(databases);
        }
    }

    @Test
    void everyCheckPassesWhileTheBooksAgree() throws Exception {
        for (Invariant invariant : invariants()) {
            Verdict verdict = verdict(invariant.name());
            assertThat(verdict.violations()).as(invariant.name()).isEmpty();
            assertThat(verdict.checked()).as(invariant.name()).isPositive();
        }
    }

    @Test
    void everyCheckHasAPlantedFault() {
        assertThat(faults().map(fault -> fault.get()[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        invariants().stream().map(Invariant::name).toList());
    }

    private static String deposit(String kind, String amount) {
        return "layaway_id = '" + SOLD + "', deposit_kind = '" + kind + "', deposit_amount = " + amount
                + ", deposit = '{}'";
    }

    private static String paidInFrancs() {
        return "update tender set foreign_currency = 'CHF', foreign_amount = 9, exchange_rate = 1.1 where sale_id = '"
                + SOLD + "'";
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "events-are-applied-once",
                        Part.INVENTORY,
                        "delete from inbox where event_id = '" + SOLD + "'",
                        "sold-goods of inventory-service has nothing"),
                fault(
                        "sale-amounts-add-up",
                        Part.ORDER,
                        "update sale_line set amount = 9.97 where sale_id = '" + SOLD + "'",
                        SOLD),
                fault(
                        "sale-amounts-add-up",
                        Part.ORDER,
                        "update sale_line set tax = 0.64 where sale_id = '" + SOLD + "'",
                        "of lines 0.64"),
                fault(
                        "sale-amounts-add-up",
                        Part.ORDER,
                        "delete from sale_line where sale_id = '" + SOLD + "'",
                        "lines none"),
                fault(
                        "tenders-match-totals",
                        Part.ORDER,
                        "update tender set amount = 9.00 where sale_id = '" + SOLD + "'",
                        "tenders - change 8.98"),
                fault(
                        "tenders-match-totals",
                        Part.ORDER,
                        "update sale set tip = 1.00, tip_to = 'c', tip_to_name = 'C' where id = '" + SOLD + "'",
                        "total + rounding + tip + deposit 10.98"),
                fault(
                        "tenders-match-totals",
                        Part.ORDER,
                        "update sale set " + deposit("TAKEN", "1.00") + " where id = '" + SOLD + "'",
                        "total + rounding + tip + deposit 10.98"),
                fault(
                        "sale-amounts-add-up",
                        Part.ORDER,
                        "update sale set document_type = 'DEPOSIT' where id = '" + SOLD + "'",
                        SOLD),
                fault(
                        "journals-match-sales",
                        Part.ORDER,
                        "update sale set " + deposit("TAKEN", "1.00") + " where id = '" + SOLD + "'",
                        "deposit is 1, the till signed none"),
                fault(
                        "deposits-are-owed",
                        Part.ORDER,
                        "update sale set " + deposit("APPLIED", "-1.00") + " where id = '" + SOLD + "'",
                        "deposits come to -1.0000, and no anomaly says so"),
                fault(
                        "deposits-are-owed",
                        Part.ORDER,
                        "update sale set " + deposit("TAKEN", "5.00") + " where id = '" + SOLD + "'",
                        "berlin EUR: order has 5, finance has nothing"),
                fault(
                        "deposits-are-owed",
                        Part.FINANCE,
                        "insert into account_day values ('berlin', '2026-11-22', 'EUR', '2200', 0, 5)",
                        "berlin EUR: finance has 5, order has nothing"),
                fault(
                        "sessions-match-their-sales",
                        Part.ORDER,
                        "update till_session set expected_cash = 104.00",
                        "104.00"),
                fault(
                        "sessions-match-their-sales",
                        Part.ORDER,
                        "update cash_movement set amount = 39.00",
                        "recomputed 1, 1, 65.9900"),
                fault("sessions-match-their-sales", Part.ORDER, paidInFrancs(), "closed with 0 CHF, recomputed 9.0000"),
                fault(
                        "journals-match-sales",
                        Part.ORDER,
                        paidInFrancs(),
                        "tender 1 foreign amount is 9, the till signed none"),
                fault(
                        "journals-are-whole",
                        Part.ORDER,
                        "update journal_entry set payload = replace(payload, '10.00', '9.98')",
                        "till berlin-1, device no. 1: entry 2 was not signed by the device"),
                fault(
                        "journals-are-whole",
                        Part.ORDER,
                        "delete from journal_entry where number = 1",
                        "entry 1 is missing"),
                fault(
                        "journals-are-whole",
                        Part.ORDER,
                        "delete from journal_entry where device_id = '" + SignedSale.SUCCESSOR + "'",
                        "entry 1 is missing: the daily root of 2026-11-22 holds entry 1"),
                fault(
                        "journals-are-whole",
                        Part.ORDER,
                        "insert into journal_entry select device_id, 2, kind, subject, occurred_at, recorded_at, hash, hash,"
                                + " signature, replace(payload, '\"number\":1,', '\"number\":2,') from journal_entry"
                                + " where device_id = '" + SignedSale.SUCCESSOR + "'",
                        "device no. 2: entry 2 was not signed by the device"),
                fault(
                        "journals-are-whole",
                        Part.ORDER,
                        "update journal_entry set number = number + 10 where device_id = '" + DEVICE
                                + "'; update journal_entry set number = 13 - number where device_id = '" + DEVICE + "'",
                        "entry 1 stands behind entry 2: it was swapped or moved"),
                fault(
                        "journals-are-whole",
                        Part.ORDER,
                        "update journal_entry set signature = decode(repeat('17', 64), 'hex') where number = 1",
                        "device no. 1: entry 1 was signed with another key; its text is the one that entry 2 follows"),
                fault(
                        "journals-are-whole",
                        Part.ORDER,
                        SignedSale.forged(DEVICE, SESSION, "ab".repeat(32)),
                        "device no. 2: it has another key than in the daily root of 2026-11-22"),
                fault(
                        "journals-are-whole",
                        Part.ORDER,
                        SignedSale.forged(DEVICE, SESSION, "ab".repeat(32)),
                        "device no. 2: entry 1 is not the one that the daily root of 2026-11-22 holds"),
                fault(
                        "journals-are-whole",
                        Part.ORDER,
                        "update journal_entry set occurred_at = occurred_at + interval '1 minute' where kind = 'SALE'",
                        "device no. 1: the columns beside entry 2 say otherwise"),
                fault(
                        "daily-roots-hold",
                        Part.ORDER,
                        "update daily_root set payload = replace(payload, '23:00', '22:00') where number = 1",
                        "root 2 does not follow root 1 as it stands here"),
                fault("daily-roots-hold", Part.ORDER, "delete from daily_root where number = 1", "root 1 is missing"),
                fault(
                        "daily-roots-hold",
                        Part.ORDER,
                        "update daily_root set business_date = business_date - 7 where number = 1",
                        "daily root 1 of berlin: the columns beside it say otherwise"),
                fault(
                        "daily-roots-hold",
                        Part.ORDER,
                        "update daily_root set payload = regexp_replace(payload, '\\{\"device\".*?\\},', '') where number = 2",
                        "root 2 holds less or another journal of device " + DEVICE),
                fault(
                        "daily-roots-hold",
                        Part.ORDER,
                        "delete from journal_entry where device_id = '" + SignedSale.SUCCESSOR
                                + "'; delete from device where id = '" + SignedSale.SUCCESSOR + "'",
                        "the journal of device " + SignedSale.SUCCESSOR + " is missing"),
                fault(
                        "journals-are-whole",
                        Part.ORDER,
                        "delete from journal_entry where device_id = '" + DEVICE + "'",
                        "entries 1 to 2 are missing: device no. 2 followed entry 2"),
                fault(
                        "journals-match-sales",
                        Part.ORDER,
                        "update sale set change = 0.03 where id = '" + SOLD + "'",
                        "sale " + SOLD + ": change is 0.03, the till signed 0.02"),
                fault(
                        "journals-match-sales",
                        Part.ORDER,
                        "update sale set tip = 1.00, tip_to = 'c', tip_to_name = 'C' where id = '" + SOLD + "'",
                        "recipient of the tip is c, the till signed none"),
                fault(
                        "journals-match-sales",
                        Part.ORDER,
                        "update sale_line set name = 'Tea' where sale_id = '" + SOLD + "'",
                        "line 1 name is Tea, the till signed Espresso"),
                fault(
                        "journals-match-sales",
                        Part.ORDER,
                        "update tender set type = 'CARD' where sale_id = '" + SOLD + "'",
                        "tender 1 type is CARD, the till signed CASH"),
                fault(
                        "journals-match-sales",
                        Part.ORDER,
                        "delete from tender where sale_id = '" + SOLD + "'",
                        "number of tenders is 0, the till signed 1"),
                fault(
                        "journals-match-sales",
                        Part.ORDER,
                        "set session_replication_role = replica; delete from sale where id = '" + SOLD + "'",
                        "tells of sale " + SOLD + ", which is not stored"),
                fault(
                        "z-reports-are-gapless",
                        Part.ORDER,
                        "update till_session set z_number = 2",
                        "till berlin-1: Z report 2 follows 0"),
                fault(
                        "ledger-matches-drawers",
                        Part.FINANCE,
                        "delete from journal_entry where source_type = 'CASH_MOVEMENT'",
                        SKIMMED + ": order has -40, finance has nothing"),
                fault(
                        "ledger-matches-drawers",
                        Part.ORDER,
                        "update till_session set counted_cash = 64.00",
                        SESSION + ": order has -0.99, finance has nothing"),
                fault(
                        "receipt-numbers-are-gapless",
                        Part.ORDER,
                        "update sale set receipt_number = 2000000002 where receipt_number = 2000000001",
                        "till berlin-1: receipt 2000000002 follows 2000000000"),
                fault("receipt-numbers-are-gapless", Part.ORDER, "update sale set receipt_number = 1", "used 2 times"),
                fault(
                        "sales-are-priced-again",
                        Part.ORDER,
                        "delete from price_check",
                        SOLD + " names version 4711 and was not priced again"),
                fault(
                        "sales-are-priced-again",
                        Part.ORDER,
                        "delete from price_check; insert into price_check_waiting values ('" + SOLD
                                + "', now() - interval '2 hours', now())",
                        "has waited for news of the catalog since"),
                fault(
                        "sales-are-priced-again",
                        Part.ORDER,
                        "update price_check set outcome = 'DISAGREES'",
                        "nobody was told"),
                fault(
                        "sales-are-priced-again",
                        Part.ORDER,
                        "insert into sale_anomaly values ('" + SOLD + "', 1, 'PRICE_BOOK_DISAGREES', 'a cent')",
                        "says otherwise"),
                fault(
                        "sales-are-priced-again",
                        Part.ORDER,
                        "update price_check set outcome = 'NOT_COMPARED'",
                        "nothing says why"),
                fault("takings-match-sales", Part.ORDER, "update takings_by_hour set gross = gross + 0.01", "gross"),
                fault("takings-match-sales", Part.ORDER, "delete from takings_by_product", "ESP-250"),
                fault(
                        "stock-moves-with-sales",
                        Part.INVENTORY,
                        "delete from stock_movement where source_id = '" + SOLD + "'",
                        "inventory has nothing"),
                fault(
                        "stock-moves-with-sales",
                        Part.INVENTORY,
                        "update stock_movement set quantity = -3 where source_id = '" + SOLD + "'",
                        "-3 at berlin"),
                fault(
                        "stock-is-the-sum-of-its-movements",
                        Part.INVENTORY,
                        "update stock_level set on_hand = 100",
                        "on hand 100"),
                fault(
                        "stock-is-the-sum-of-its-movements",
                        Part.INVENTORY,
                        "update stock_adjustment_line set quantity = 99",
                        "STOCK_ADJUSTMENT"),
                fault(
                        "stock-is-the-sum-of-its-movements",
                        Part.INVENTORY,
                        "with level as (update stock_level set on_hand = 57) "
                                + "insert into stock_movement (source_id, line_no, source_type, location_id, product_id, quantity,"
                                + " reason, occurred_at, recorded_by) values ('" + BACK
                                + "', 1, 'DAMAGED_RETURN', 'berlin', '"
                                + ESPRESSO + "', -2, 'BREAKAGE', now(), 'c')",
                        "written off 2.000, came back 1.000"),
                fault(
                        "journal-balances",
                        Part.FINANCE,
                        "update posting set amount = amount + 0.01 where account = '1000'",
                        "debits and credits differ"),
                fault(
                        "journal-balances",
                        Part.FINANCE,
                        "update account_day set debit = debit + 1 where account = '1000'",
                        "the ledger in EUR is off by 1"),
                fault(
                        "ledger-matches-sales",
                        Part.FINANCE,
                        "delete from journal_entry where source_id = '" + BACK + "'",
                        "finance has nothing"),
                fault(
                        "ledger-matches-sales",
                        Part.FINANCE,
                        "update posting set amount = amount * 2",
                        "finance has 19.96"),
                fault(
                        "ledger-matches-sales",
                        Part.FINANCE,
                        "insert into posting values ('" + SOLD + "', 4, '1000', 1, null, null), ('" + SOLD
                                + "', 5, '2300', -1, null, null)",
                        "finance has 9.98 of which tax 0.65 and tip 1"),
                fault(
                        "ledger-matches-sales",
                        Part.FINANCE,
                        "insert into posting values ('" + SOLD + "', 4, '1000', 1, null, null), ('" + SOLD
                                + "', 5, '2200', -1, null, null)",
                        "finance has 9.98 of which tax 0.65 and tip 0 and deposit 1"),
                fault(
                        "sale-copies-match-sales",
                        Part.BILLING,
                        "delete from sale_copy where sale_id = '" + BACK + "'",
                        "billing has nothing"),
                fault("sale-copies-match-sales", Part.CUSTOMER, "delete from purchase", "customer has nothing"),
                fault(
                        "invoices-match-their-sales",
                        Part.BILLING,
                        "update customer_invoice set net = 10, tax = 1, total = 11",
                        "came to 9.98"),
                fault(
                        "invoices-match-their-sales",
                        Part.BILLING,
                        "update customer_invoice set sequence = 2",
                        "follows number 0"),
                fault(
                        "purchase-orders-reach-suppliers",
                        Part.PURCHASING,
                        "update supplier_order_line set quantity = 23",
                        "purchasing has ESP-250, 23 at 4.35"),
                fault(
                        "purchase-orders-reach-suppliers",
                        Part.ORDER,
                        "update purchase_order set sent_at = null",
                        "order has not sent"));
    }

    private static Arguments fault(String check, Part service, String sql, String words) {
        return Arguments.of(check, service, sql, words);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("faults")
    void aPlantedFaultIsFound(String check, Part service, String sql, String words) throws Exception {
        services.change(service, sql);

        assertThat(verdict(check).violations())
                .anySatisfy(violation -> assertThat(violation).contains(words));
    }

    @Test
    void aDailyRootThatSomebodyKeptOutsideIsAskedFor() throws Exception {
        String kept;
        try (Databases databases = services.open()) {
            kept = databases
                    .texts(Part.ORDER, "select encode(hash, 'hex') from daily_root where number = 2")
                    .iterator()
                    .next();
            assertThat(new DailyRootsHold(Set.of(kept)).check(databases).ok()).isTrue();
        }
        services.change(Part.ORDER, "delete from daily_root where number = 2");
        assertThat(verdict("daily-roots-hold").ok())
                .as("the chain alone cannot tell")
                .isTrue();
        try (Databases databases = services.open()) {
            assertThat(new DailyRootsHold(Set.of(kept)).check(databases).violations())
                    .singleElement(STRING)
                    .contains("which you kept, is not there");
        }
    }

    private static String inboxed(String consumer) {
        return "insert into inbox (consumer, event_id) values ('%s', '%s'), ('%s', '%s');"
                .formatted(consumer, SOLD, consumer, BACK);
    }

    private static String orders() {
        return inboxed("takings")
                + inboxed("sale-review")
                + """
                insert into store values ('berlin', 'Berlin', 'EUR', 'Europe/Berlin', 'DE', '04:00', '', '', 'Berlin', 'DE', null, 0);
                insert into till values ('berlin-1', 'berlin', 'One', '', 0);
                insert into till_session (id, till_id, store_id, currency, business_date, opening_float, opened_at, opened_by,
                    opened_by_name, opening_fingerprint, closed_at, closing_recorded_at, closed_by, closed_by_name, counted_cash,
                    expected_cash, sales, returns, tenders, closing_fingerprint, version, counted, cash_moved, z_number)
                values ('%3$s', 'berlin-1', 'berlin', 'EUR', '2026-11-22', 100, '2026-11-22T08:00:00Z',
                    'c', 'C', '', '2026-11-22T18:00:00Z', '2026-11-22T18:00:01Z', 'c', 'C', 64.99, 64.99, 1, 1, '[]', '', 1,
                    true, -40, 1);
                insert into cash_movement values ('%6$s', '%3$s', '2026-11-22T12:00:01Z', '2026-11-22T12:00:00Z', 40, 'SKIM',
                    'TO_SAFE', null, 'c', 'C', '');
                insert into sale (id, recorded_at, occurred_at, till_session_id, customer_id, receipt_number, business_date,
                    store_id, till_id, document_type, currency, total, cash_rounding, change, cashier, cashier_name, taxes,
                    fingerprint, event_id, pricing)
                values ('%1$s', '2026-11-22T10:15:01Z', '2026-11-22T10:15:00Z', '%3$s', '%5$s', 1, '2026-11-22', 'berlin',
                        'berlin-1', 'SALE', 'EUR', 9.98, 0, 0.02, 'c', 'C',
                        '[{"category":"REDUCED","rate":"7.00","net":"9.33","tax":"0.65","gross":"9.98"}]', '', '%1$s',
                        '{"priceBookVersion":4711,"at":"2026-11-22T11:15:00"}'),
                       ('%2$s', '2026-11-22T10:20:01Z', '2026-11-22T10:20:00Z', '%3$s', null, 2000000001, '2026-11-22', 'berlin',
                        'berlin-1', 'RETURN', 'EUR', -4.99, 0, 0, 'c', 'C',
                        '[{"category":"REDUCED","rate":"7.00","net":"-4.66","tax":"-0.33","gross":"-4.99"}]', '', '%2$s', null);
                insert into price_check values ('%1$s', 'AGREES', null, now());
                insert into sale_line values ('%1$s', '%4$s', null, 1, null, 2, 4.99, 0, 7, 9.98, 'ESP-250', 'Espresso', 'REDUCED'),
                    ('%2$s', '%4$s', '%1$s', 1, 1, -1, 4.99, 0, 7, -4.99, 'ESP-250', 'Espresso', 'REDUCED');
                insert into tender values ('%1$s', null, 1, 10.00, 'CASH'), ('%2$s', null, 1, -4.99, 'CASH');
                insert into takings_by_hour values ('berlin', '2026-11-22', 11, 'berlin-1', 'c', 'C', 1, 1, 1, 4.99, 4.67, 0.32);
                insert into takings_by_product values ('berlin', '2026-11-22', 'ESP-250', 'Espresso', 1, 1, 1, 4.99, 4.67, 0.32);
                """.formatted(SOLD, BACK, SESSION, ESPRESSO, CUSTOMER, SKIMMED);
    }

    private static String inventory() {
        return inboxed("sold-goods") + """
                insert into product_fact values ('%3$s', 'ESP-250', 'Espresso', true, 1);
                insert into stock_adjustment values ('%4$s', 'berlin', 'OPENING', now(), null, null, now(), 'c', '');
                insert into stock_adjustment_line values ('%4$s', 1, '%3$s', 'ESP-250', 60);
                insert into stock_movement (source_id, line_no, source_type, location_id, product_id, quantity, reason,
                    occurred_at, recorded_by)
                values ('%4$s', 1, 'STOCK_ADJUSTMENT', 'berlin', '%3$s', 60, 'OPENING', now(), 'c'),
                       ('%1$s', 1, 'SALE', 'berlin', '%3$s', -2, 'SALE', now(), 'c'),
                       ('%2$s', 1, 'SALE', 'berlin', '%3$s', 1, 'RETURN', now(), 'c');
                insert into stock_level values ('berlin', '%3$s', 59, 0, now());
                """.formatted(SOLD, BACK, ESPRESSO, SESSION);
    }

    private static String finance() {
        return inboxed("sale-bookkeeping") + """
                insert into journal_entry values
                    ('%1$s', 'SALE', '%1$s', 'berlin', '2026-11-22', now(), now(), 'EUR', 'B1-1'),
                    ('%2$s', 'SALE', '%2$s', 'berlin', '2026-11-22', now(), now(), 'EUR', 'B1-2'),
                    ('%3$s', 'CASH_MOVEMENT', '%3$s', 'berlin', '2026-11-22', now(), now(), 'EUR', 'berlin-1 TO_SAFE');
                insert into posting values
                    ('%1$s', 1, '1000', 9.98, null, null), ('%1$s', 2, '4000', -9.33, 'REDUCED', 7),
                    ('%1$s', 3, '2000', -0.65, 'REDUCED', 7),
                    ('%2$s', 1, '1000', -4.99, null, null), ('%2$s', 2, '4000', 4.66, 'REDUCED', 7),
                    ('%2$s', 3, '2000', 0.33, 'REDUCED', 7),
                    ('%3$s', 1, '1010', 40, null, null), ('%3$s', 2, '1000', -40, null, null);
                insert into account_day values ('berlin', '2026-11-22', 'EUR', '1000', 9.98, 44.99),
                    ('berlin', '2026-11-22', 'EUR', '1010', 40, 0),
                    ('berlin', '2026-11-22', 'EUR', '4000', 4.66, 9.33), ('berlin', '2026-11-22', 'EUR', '2000', 0.33, 0.65);
                """.formatted(SOLD, BACK, SKIMMED);
    }

    private static String billing() {
        return inboxed("sale-copying") + """
                insert into sale_copy values
                    ('%1$s', '{"id":"%1$s","storeId":"berlin","total":"9.98","currency":"EUR"}'),
                    ('%2$s', '{"id":"%2$s","storeId":"berlin","total":"-4.99","currency":"EUR"}');
                insert into invoice_series values ('DE1', 2026, 1);
                insert into customer_invoice values ('%1$s', 'DE1', 2026, 1, '2026-1', '%1$s', 'berlin', '2026-11-22', now(), 'c',
                    'EUR', 9.33, 0.65, 9.98, '{}', '');
                """.formatted(SOLD, BACK);
    }

    private static String customers() {
        return inboxed("salesToCustomers") + """
                insert into purchase values ('%1$s', '%2$s', 'berlin', 'berlin-1', 1, 'SALE', now(), '2026-11-22', 'EUR', 9.98);
                """.formatted(SOLD, CUSTOMER);
    }

    private static String purchaseOrder() {
        return """
                insert into purchase_order (id, number, supplier_id, location_id, currency, total, state, drafted_at, drafted_by,
                    placed_at, placed_by, placement_fingerprint, sent_at, version)
                values ('%1$s', 'PO-1', '%1$s', 'berlin', 'EUR', 104.40, 'SENT', now(), 'c', now(), 'c', '', now(), 1);
                insert into purchase_order_line values ('%1$s', 1, null, 'ESP-250', 'Espresso', 24, 4.35, 104.40);
                """.formatted(SESSION);
    }

    private static String supplierOrder() {
        return """
                insert into supplier_order (id, number, supplier_id, location_id, currency, total, placed_at, placed_by, state,
                    attempts, message_id, sent_to, sent_at, version)
                values ('%1$s', 'PO-1', '%1$s', 'berlin', 'EUR', 104.40, now(), 'c', 'SENT', 1, 'm', 's', now(), 1);
                insert into supplier_order_line values ('%1$s', 1, null, 'ESP-250', 'Espresso', 24, 4.35, 104.40);
                """.formatted(SESSION);
    }
}
