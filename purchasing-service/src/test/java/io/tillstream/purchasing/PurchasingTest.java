package io.tillstream.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.OpenApiContract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.TestPostgres;
import io.tillstream.platform.test.Token;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ServiceTest
class PurchasingTest {

    private static final String ORDERS = "pos.order.purchase-order";
    private static final String PLACED = "order.purchase-order-placed.v1";
    private static final String SENT_TOPIC = "pos.purchasing.purchase-order";
    private static final String SENT = "purchasing.purchase-order-sent.v1";
    private static final String SUPPLIERS = "pos.purchasing.supplier";
    private static final String CHANGED = "purchasing.supplier-changed.v1";
    private static final String ROESTEREI = """
            {"name": "Rösterei Nord & Söhne GmbH", "email": "orders@roesterei.example", "currency": "EUR",
             "paymentTermDays": 30, "leadTimeDays": 3,
             "address": {"street": "Speicherstraße 9", "postalCode": "20457", "city": "Hamburg", "country": "DE"},
             "status": "ACTIVE"}""";

    private static final int SMTP_PORT = freePort();
    private static GreenMail mailServer = newMailServer();

    private final Api api;
    private final Api buyer;
    private final TestBroker broker;
    private final JdbcClient jdbc;
    private final Environment environment;

    PurchasingTest(Api api, TestBroker broker, JdbcClient jdbc, Environment environment) {
        this.environment = environment;
        this.api = api;
        this.buyer = api.as(Token.buyer());
        this.broker = broker;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        properties.add("MAIL_HOST", () -> "127.0.0.1");
        properties.add("MAIL_PORT", () -> SMTP_PORT);
        properties.add("MAIL_FROM", () -> "purchasing@shop.example");
        properties.add("tillstream.mail.look-every", () -> "50ms");
        properties.add("tillstream.mail.first-pause", () -> "100ms");
        properties.add("tillstream.mail.longest-pause", () -> "200ms");
    }

    @BeforeAll
    static void startMail() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(20));
        mailServer.start();
    }

    @AfterAll
    static void stopMail() {
        mailServer.stop();
    }

    @BeforeEach
    void topicsExist() {
        broker.received(SENT_TOPIC, SENT);
        broker.received(SUPPLIERS, CHANGED);
    }

    @Test
    void aPlacedOrderReachesTheSupplierOnceAsMailWithPdf() throws Exception {
        tellStore("berlin", "Kaffeehaus Berlin-Mitte");
        UUID supplier = supplier(ROESTEREI.replace("orders@", "once@"));
        UUID order = UuidV7.next();
        UUID event = UuidV7.next();
        byte[] placed = order(order, supplier, "berlin");

        for (int n = 0; n < 3; n++) {
            broker.publish(event, ORDERS, PLACED, order.toString(), 1, placed);
        }
        broker.publish(ORDERS, PLACED, order.toString(), placed);
        await().until(() -> stateOf(order).equals("SENT"));
        UUID later = place(supplier, "berlin");
        await().until(() -> stateOf(later).equals("SENT"));

        List<MimeMessage> mails = mailsTo("once@roesterei.example");
        assertThat(mails).hasSize(2);
        MimeMessage mail = mails.getFirst();
        assertThat(mail.getMessageID()).isEqualTo("<purchase-order." + order + "@shop.example>");
        assertThat(mail.getSubject()).isEqualTo("Purchase order PO-100042 from Kaffeehaus Berlin-Mitte");
        assertThat(mail.getFrom()[0]).hasToString("purchasing@shop.example");
        String text = part(mail, "text/plain").toString();
        assertThat(text)
                .contains("Rösterei Nord & Söhne GmbH", "120 x ESP-250", "Total: 357.00 EUR", "27 November 2026");
        String html = part(mail, "text/html").toString();
        assertThat(html).contains("Rösterei Nord &amp; Söhne GmbH", "1.875", "357.00 EUR");
        byte[] pdf = ((java.io.InputStream) part(mail, "application/pdf")).readAllBytes();
        Files.write(Path.of("target", "purchase-order.pdf"), pdf);
        Files.writeString(Path.of("target", "purchase-order-mail.html"), html);
        Files.writeString(Path.of("target", "purchase-order-mail.txt"), text);
        assertThat(textOf(pdf))
                .contains("Purchase order", "PO-100042", "Rösterei Nord & Söhne GmbH", "Kaffeehaus Berlin-Mitte")
                .contains("357.00 EUR", "30 days net", "27 November 2026");
        Api.Answer stored = buyer.get("/api/supplier-orders/" + order + "/pdf");
        assertThat(stored.bytes()).isEqualTo(pdf);
        assertThat(stored.header("Content-Type")).isEqualTo("application/pdf");
    }

    @Test
    void theOrderServiceIsToldThatAnOrderWasSent() {
        UUID supplier = supplier(ROESTEREI);
        UUID order = place(supplier, "berlin");

        await().until(() -> news(SENT_TOPIC, SENT, order).size() == 1);
        TestBroker.Received sent = news(SENT_TOPIC, SENT, order).getFirst();
        Contract.of("purchasing", "purchase-order-sent.v1").accepts(sent.body());
        assertThat(sent.json().at("/supplierId").asString()).isEqualTo(supplier.toString());
        Api.Answer head = buyer.get("/api/supplier-orders/" + order);
        assertThat(head.at("/messageId")).isEqualTo(sent.json().at("/messageId").asString());
        assertThat(head.at("/sentTo")).isEqualTo("orders@roesterei.example");
    }

    @Test
    void aMailServerThatIsDownIsTriedAgain() throws Exception {
        UUID supplier = supplier(ROESTEREI.replace("orders@", "patience@"));
        mailServer.stop();
        UUID order = place(supplier, "berlin");
        await().until(() -> attemptsOf(order) >= 2);
        Api.Answer waiting = buyer.get("/api/supplier-orders/" + order);
        mailServer = newMailServer();
        mailServer.start();
        await().until(() -> stateOf(order).equals("SENT"));

        assertThat(waiting.at("/problem")).containsIgnoringCase("connect");
        assertThat(mailsTo("patience@roesterei.example")).hasSize(1);
        assertThat(buyer.get("/api/supplier-orders/" + order)
                        .json()
                        .at("/problem")
                        .isNull())
                .isTrue();
    }

    @Test
    void anOrderWhoseInstanceDiedWhileSendingIsSentByAnother() throws Exception {
        UUID supplier = supplier(ROESTEREI.replace("orders@", "lease@"));
        UUID order = place(supplier, "berlin");
        await().until(() -> stateOf(order).equals("SENT"));
        // the mail went out, the process died before it could write that down, and its lease has run out
        plant("delete from supplier_order_paper where supplier_order_id = '" + order + "'");
        plant("update supplier_order set state = 'SENDING', sent_at = null, sent_to = null, message_id = null,"
                + " next_attempt_at = now() - interval '1 second' where id = '" + order + "'");
        await().until(() -> mailsTo("lease@roesterei.example").size() == 2);

        List<MimeMessage> mails = mailsTo("lease@roesterei.example");
        assertThat(mails.getFirst().getMessageID()).isEqualTo(mails.getLast().getMessageID());
        await().until(() -> stateOf(order).equals("SENT"));
    }

    @Test
    void anOrderToASupplierWithoutMailNeedsAttentionUntilTheSupplierIsPutRight() {
        UUID supplier = supplier(ROESTEREI.replace("\"orders@roesterei.example\"", "null"));
        UUID order = place(supplier, "berlin");
        await().until(() -> stateOf(order).equals("NEEDS_ATTENTION"));
        Api.Answer stuck = buyer.get("/api/supplier-orders?state=NEEDS_ATTENTION&supplierId=" + supplier);
        Api.Answer edited = buyer.with("If-Match", "\"0\"").put("/api/suppliers/" + supplier, ROESTEREI);

        assertThat(stuck.at("/items/0/problem")).contains("has no e-mail address", "Add one");
        assertThat(edited.status()).as(edited.toString()).isEqualTo(200);
        await().until(() -> stateOf(order).equals("SENT"));
    }

    @Test
    void anOrderToAnInactiveOrUnknownSupplierNeedsAttention() {
        UUID supplier = supplier(ROESTEREI.replace("\"ACTIVE\"", "\"INACTIVE\""));
        UUID order = place(supplier, "berlin");
        UUID orphan = place(UuidV7.next(), "berlin");
        await().until(() -> stateOf(order).equals("NEEDS_ATTENTION"));
        await().until(() -> stateOf(orphan).equals("NEEDS_ATTENTION"));

        assertThat(buyer.get("/api/supplier-orders/" + order).at("/problem")).contains("is inactive");
        assertThat(buyer.get("/api/supplier-orders/" + orphan).at("/problem")).contains("is not known here");
        assertThat(buyer.get("/api/supplier-orders/" + order + "/pdf").status()).isEqualTo(200);
        assertThat(buyer.get("/api/supplier-orders/" + orphan + "/pdf").status())
                .isEqualTo(404);
        assertThat(buyer.put("/api/supplier-orders/" + order + "/retry", "").status())
                .isEqualTo(200);
    }

    @Test
    void aSupplierSeesOnlyItsOwn() {
        UUID mine = supplier(ROESTEREI);
        UUID other = supplier(ROESTEREI.replace("Nord", "Süd"));
        UUID myOrder = place(mine, "berlin");
        UUID otherOrder = place(other, "berlin");
        await().until(() ->
                stateOf(otherOrder).equals("SENT") && stateOf(myOrder).equals("SENT"));
        Api supplier = api.as(Token.supplier(mine));

        assertThat(supplier.get("/api/suppliers").json().at("/items")).hasSize(1);
        assertThat(supplier.get("/api/suppliers/" + mine).status()).isEqualTo(200);
        assertThat(supplier.get("/api/suppliers/" + other).status()).isEqualTo(404);
        assertThat(supplier.get("/api/supplier-orders/" + myOrder + "/pdf").status())
                .isEqualTo(200);
        assertThat(supplier.get("/api/supplier-orders/" + otherOrder).status()).isEqualTo(404);
        assertThat(supplier.get("/api/supplier-orders/" + otherOrder + "/pdf").status())
                .isEqualTo(404);
        assertThat(supplier.get("/api/supplier-orders?limit=500").json().at("/items"))
                .hasSize(1);
        assertThat(supplier.put("/api/suppliers/" + mine, ROESTEREI).problem()).isEqualTo("role-required");
        assertThat(api.as(Token.manager("leipzig"))
                        .get("/api/supplier-orders/" + myOrder)
                        .status())
                .isEqualTo(404);
        assertThat(api.as(Token.cashier("berlin")).get("/api/suppliers").problem())
                .isEqualTo("role-required");
    }

    @Test
    void aSupplierIsCreatedOnceEditedByVersionAndItsNewsCarryNoContactData() {
        UUID id = UuidV7.next();
        String path = "/api/suppliers/" + id;

        Api.Answer created = buyer.put(path, ROESTEREI);
        Api.Answer resent = buyer.put(path, ROESTEREI);
        Api.Answer blind = buyer.put(path, ROESTEREI.replace("30", "14"));
        Api.Answer edited = buyer.with("If-Match", created.header("ETag")).put(path, ROESTEREI.replace("30", "14"));
        Api.Answer stale = buyer.with("If-Match", created.header("ETag")).put(path, ROESTEREI.replace("30", "10"));

        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(resent.status()).isEqualTo(200);
        assertThat(resent.text()).isEqualTo(created.text());
        assertThat(blind.problem()).isEqualTo("already-stored-differently");
        assertThat(edited.at("/paymentTermDays")).isEqualTo("14");
        assertThat(stale.status()).isEqualTo(412);
        await().until(() -> news(SUPPLIERS, CHANGED, id).size() == 2);
        news(SUPPLIERS, CHANGED, id).forEach(change -> {
            Contract.of("purchasing", "supplier-changed.v1").accepts(change.body());
            assertThat(new String(change.body(), StandardCharsets.UTF_8)).doesNotContain("@", "Speicher");
        });
    }

    @Test
    void badInputIsNamedByPlace() {
        assertRefused(400, "/name", ROESTEREI.replace("Rösterei Nord & Söhne GmbH", ""));
        assertRefused(400, "/email", ROESTEREI.replace("orders@roesterei.example", "a@b.example, c@d.example"));
        assertRefused(400, "/currency", ROESTEREI.replace("EUR", "euro"));
        assertRefused(422, "/currency", ROESTEREI.replace("EUR", "EUX"));
        assertRefused(400, "/paymentTermDays", ROESTEREI.replace("30", "-1"));
        assertRefused(400, "/address/country", ROESTEREI.replace("\"DE\"", "null"));
        assertRefused(400, "/status", ROESTEREI.replace("\"ACTIVE\"", "\"RESTING\""));
        assertThat(buyer.get("/api/suppliers?q=%25&cursor=nonsense").status()).isEqualTo(400);
    }

    @Test
    void everyExampleOfThePublishedEventsIsUnderstood() {
        Contract.of("order", "purchase-order-placed.v1")
                .examples()
                .forEach(example -> broker.publish(ORDERS, PLACED, UuidV7.next().toString(), example));

        await().until(() ->
                stateOf(UUID.fromString("019aa9d0-2000-7b22-8d55-1c3e4f5a6b02")).equals("NEEDS_ATTENTION"));
        assertThat(broker.received(ORDERS + ".dlq", PLACED)).isEmpty();
    }

    @Test
    void theOpenApiIsTheCommittedOne() {
        OpenApiContract.check(api, "purchasing-service");
    }

    private void assertRefused(int status, String pointer, String body) {
        Api.Answer answer = buyer.put("/api/suppliers/" + UuidV7.next(), body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    private UUID supplier(String body) {
        UUID id = UuidV7.next();
        Api.Answer answer = buyer.put("/api/suppliers/" + id, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return id;
    }

    private UUID place(UUID supplier, String storeId) {
        UUID id = UuidV7.next();
        broker.publish(ORDERS, PLACED, id.toString(), order(id, supplier, storeId));
        return id;
    }

    private static byte[] order(UUID id, UUID supplier, String storeId) {
        byte[] example =
                Contract.of("order", "purchase-order-placed.v1").examples().getLast();
        return new String(example, StandardCharsets.UTF_8)
                .replaceFirst("\"id\": \"[^\"]+\"", "\"id\": \"" + id + "\"")
                .replaceFirst("\"supplierId\": \"[^\"]+\"", "\"supplierId\": \"" + supplier + "\"")
                .replace("\"berlin\"", "\"" + storeId + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void tellStore(String id, String name) {
        broker.publish("pos.order.store", "order.store-changed.v1", id, """
                {"id": "%s", "name": "%s", "currency": "EUR", "timeZone": "Europe/Berlin", "country": "DE",
                 "businessDayStartsAt": "04:00", "address": {"street": "Torstraße 5", "postalCode": "10119",
                 "city": "Berlin", "country": "DE"}, "taxNumber": "DE123456789", "version": 1}
                """.formatted(id, name)
                .getBytes(StandardCharsets.UTF_8));
        await().until(() -> jdbc.sql("select count(*) from delivery_place where store_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                == 1);
    }

    private void plant(String fault) throws SQLException {
        try (Connection database =
                        TestPostgres.shared().connect(environment.getRequiredProperty("tillstream.test.database"));
                Statement statement = database.createStatement()) {
            statement.execute(fault);
        }
    }

    private String stateOf(UUID order) {
        return jdbc.sql("select state from supplier_order where id = ?")
                .param(order)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private int attemptsOf(UUID order) {
        return jdbc.sql("select attempts from supplier_order where id = ?")
                .param(order)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private List<TestBroker.Received> news(String topic, String type, UUID key) {
        return broker.received(topic, type).stream()
                .filter(it -> it.key().equals(key.toString()))
                .toList();
    }

    private static List<MimeMessage> mailsTo(String address) throws Exception {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage mail : mailServer.getReceivedMessages()) {
            if (Arrays.toString(mail.getAllRecipients()).contains(address)) {
                found.add(mail);
            }
        }
        return found;
    }

    private static Object part(jakarta.mail.Part in, String type) throws Exception {
        if (in.isMimeType(type)) {
            return in.getContent();
        }
        if (in.getContent() instanceof Multipart parts) {
            for (int n = 0; n < parts.getCount(); n++) {
                BodyPart candidate = parts.getBodyPart(n);
                Object found = part(candidate, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static GreenMail newMailServer() {
        return new GreenMail(new ServerSetup(SMTP_PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
