package io.tillstream.order.journal;

import static io.tillstream.order.journal.TestJournal.sent;
import static io.tillstream.order.sale.SaleFixture.aSale;
import static io.tillstream.order.sale.SaleFixture.pathOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.order.device.TestDevice;
import io.tillstream.order.sale.Product;
import io.tillstream.order.store.Shops;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What others are known to have got wrong with journals; the list is in docs/architecture/offline.md. */
@ServiceTest
class FailuresOfOthersTest {

    private static final Product TEA = new Product(UuidV7.next(), "TEA", "Tea", "3.00", "REDUCED", "7.00");

    private final Api manager;
    private final Api cashier;
    private final TestBroker broker;
    private final JdbcClient jdbc;

    FailuresOfOthersTest(Api api, TestBroker broker, JdbcClient jdbc) {
        this.manager = api.as(Token.manager("suhl"));
        this.cashier = api.as(Token.cashier("suhl"));
        this.broker = broker;
        this.jdbc = jdbc;
        Shops.open(api, "suhl");
    }

    @Test
    @DisplayName(
            "A customer who is changed or forgotten breaks no chain: the sale stays as it was signed (odoo 161002)")
    void aCustomerWhoIsChangedOrForgottenBreaksNoChain() {
        UUID customer = UuidV7.next();
        UUID sale = UuidV7.next();
        cashier.put(pathOf(sale), aSale().in("suhl").of(customer).with(1, TEA).paidByCard());
        TestDevice device = TestDevice.made();
        Api.Answer enrolled = device.enrolAs("suhl-1", manager);
        TestJournal journal =
                new TestJournal(device, "suhl-1", enrolled.json().at("/epoch").asInt());
        SignedEntry first =
                journal.signed(journal.payload(1, sale, HexFormat.of().formatHex(JournalStore.NOTHING))
                        .replace("{\"total\":\"9.98\"}", "{\"customerId\":\"" + customer + "\",\"total\":\"3.00\"}"));
        cashier.post(journal.path(), sent(first));
        String before = stored(device, sale);

        becomeOf(customer, "customer-changed.v1");
        becomeOf(customer, "customer-erased.v1");

        assertThat(stored(device, sale))
                .isEqualTo(before)
                .contains(customer.toString())
                .contains(first.signature());
    }

    /** What is found odd about a sale afterwards stands beside it. */
    private String stored(TestDevice device, UUID sale) {
        return jdbc.sql("select row_to_json(sale)::text from sale where id = ?")
                        .param(sale)
                        .query(String.class)
                        .single()
                + manager.get("/api/till-journals/" + device.id() + "/export").text();
    }

    /** Tells news of the customer, and waits until they were taken in. */
    private void becomeOf(UUID customer, String news) {
        UUID event = UuidV7.next();
        String body = new String(Contract.of("customer", news).examples().getFirst(), StandardCharsets.UTF_8)
                .replaceFirst("\"id\": \"[^\"]+\"", "\"id\": \"" + customer + "\"");
        broker.publish(
                event,
                "pos.customer.customer",
                "customer." + news,
                customer.toString(),
                1,
                body.getBytes(StandardCharsets.UTF_8));
        if (news.contains("erased")) {
            await().until(() -> jdbc.sql("select exists (select 1 from inbox where event_id = ?)")
                    .param(event)
                    .query(Boolean.class)
                    .single());
        }
    }
}
