package io.tillstream.billing.receiptmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tillstream.billing.SaleJson;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ServiceTest
class ReceiptMailTest {

    private static final int SMTP_PORT = freePort();
    private static final String RECEIPT = """
            {"subject": "Ihr Beleg BER-000017", "language": "de", "direction": "LTR", "rows": [
              {"look": "TITLE", "left": "Kaffeehaus <Berlin>", "right": "", "cells": null},
              {"look": "RULE", "left": "", "right": "", "cells": null},
              {"look": "LINE", "left": "Espresso 250 g", "right": "9,98", "cells": null},
              {"look": "STRONG", "left": "Summe", "right": "19,97 €", "cells": null},
              {"look": "TABLE_HEAD", "left": "", "right": "", "cells": ["Satz", "Netto", "Steuer", "Brutto"]},
              {"look": "TABLE", "left": "", "right": "", "cells": ["7 %%", "9,33", "0,65", "9,98"]},
              {"look": "CODE", "left": "BER-%06d", "right": "", "cells": null}]}""";

    private final GreenMail mailServer =
            new GreenMail(new ServerSetup(SMTP_PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Api api;
    private final TestBroker broker;
    private final JdbcClient database;

    ReceiptMailTest(Api api, TestBroker broker, JdbcClient database) {
        this.api = api;
        this.broker = broker;
        this.database = database;
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        properties.add("MAIL_PORT", () -> SMTP_PORT);
    }

    @BeforeEach
    void startMail() {
        mailServer.start();
    }

    @AfterEach
    void stopMail() {
        mailServer.stop();
    }

    @Test
    void aReceiptArrivesOnceAsHtmlTextAndPdfAndItsAddressIsForgotten() throws Exception {
        UUID sale = sold("berlin");
        UUID id = UuidV7.next();

        Api.Answer asked = ask("berlin", id, sale, " rita@example.com ");

        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        await().until(() -> stateOf(id).equals("SENT"));
        assertThat(ask("berlin", id, sale, " rita@example.com ").status()).isEqualTo(200);
        assertThat(ask("berlin", id, sale, "other@example.com").problem()).isEqualTo("already-stored-differently");
        MimeMessage mail = only();
        assertThat(mail.getAllRecipients()[0]).hasToString("rita@example.com");
        assertThat(mail.getSubject()).isEqualTo("Ihr Beleg BER-000017");
        List<String> parts = partsOf(mail);
        assertThat(parts.get(0)).contains("Kaffeehaus <Berlin>", "Espresso 250 g", "19,97 €", "7 %  9,33  0,65  9,98");
        assertThat(parts.get(1)).contains("Kaffeehaus &lt;Berlin&gt;", "lang=\"de\"", "19,97 €", ">0,65</td>");
        assertThat(parts.get(2)).contains("Kaffeehaus <Berlin>", "Espresso 250 g", "19,97", "BER-000017");
        assertThat(database.sql(
                                "select count(*) from receipt_mail where id = ? and address is null and receipt is null")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aMailServerThatIsDownLosesNothing() throws Exception {
        mailServer.stop();
        UUID sale = sold("berlin");
        UUID id = UuidV7.next();

        assertThat(ask("berlin", id, sale, "rita@example.com").status()).isEqualTo(201);
        await().until(() -> triesOf(id) >= 2);
        assertThat(stateOf(id)).isEqualTo("WAITING");

        mailServer.start();
        await().until(() -> stateOf(id).equals("SENT"));
        assertThat(only().getAllRecipients()[0]).hasToString("rita@example.com");
    }

    @Test
    void itWaitsForASaleThatHasNotArrivedAndSendsNoOtherOne() {
        UUID late = UuidV7.next();
        UUID waiting = UuidV7.next();
        ask("berlin", waiting, late, "rita@example.com");
        await().until(() -> triesOf(waiting) >= 2);
        assertThat(mailServer.getReceivedMessages()).isEmpty();
        publish(late, "berlin");
        await().until(() -> stateOf(waiting).equals("SENT"));

        UUID elsewhere = UuidV7.next();
        ask("berlin", elsewhere, sold("hamburg"), "rita@example.com");
        await().until(() -> stateOf(elsewhere).equals("FAILED"));
        UUID another = UuidV7.next();
        api.as(Token.cashier("berlin"))
                .put("/api/receipt-mails/" + another, request("berlin", sold("berlin"), "rita@example.com", 18));
        await().until(() -> stateOf(another).equals("FAILED"));
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rita",
                "rita@",
                "@example.com",
                "rita@example",
                "ri ta@example.com",
                "a@b.de,c@d.de",
                "a@b.de\\nBcc: c@d.de"
            })
    void whatIsNoAddressIsRefusedInWords(String address) {
        Api.Answer answer = ask("berlin", UuidV7.next(), UuidV7.next(), address);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("address-not-valid");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/address");
    }

    @Test
    void oneSaleIsMailedThreeTimesAndOnlyFromItsStoresCounter() {
        UUID sale = sold("berlin");
        for (int i = 0; i < 3; i++) {
            assertThat(ask("berlin", UuidV7.next(), sale, "rita" + i + "@example.com")
                            .status())
                    .isEqualTo(201);
        }
        Api.Answer fourth = ask("berlin", UuidV7.next(), sale, "rita4@example.com");
        assertThat(fourth.problem()).isEqualTo("receipt-mailed-too-often");

        UUID id = UuidV7.next();
        String body = request("berlin", sale, "rita@example.com", 17);
        assertThat(api.as(Token.cashier("hamburg"))
                        .put("/api/receipt-mails/" + id, body)
                        .problem())
                .isEqualTo("not-your-store");
        assertThat(api.as(Token.accountant())
                        .put("/api/receipt-mails/" + id, body)
                        .status())
                .isEqualTo(403);
        UUID known = UuidV7.next();
        ask("berlin", known, sold("berlin"), "rita@example.com");
        assertThat(api.as(Token.cashier("hamburg"))
                        .get("/api/receipt-mails/" + known)
                        .status())
                .isEqualTo(404);
    }

    private Api.Answer ask(String store, UUID id, UUID sale, String address) {
        return api.as(Token.cashier(store)).put("/api/receipt-mails/" + id, request(store, sale, address, 17));
    }

    private static String request(String store, UUID sale, String address, int number) {
        return "{\"storeId\": \"" + store + "\", \"saleId\": \"" + sale + "\", \"address\": \"" + address
                + "\", \"receipt\": " + RECEIPT.formatted(number) + "}";
    }

    private UUID sold(String store) {
        UUID sale = UuidV7.next();
        publish(sale, store);
        await().until(() -> database.sql("select count(*) from sale_copy where sale_id = ?")
                        .param(sale)
                        .query(Integer.class)
                        .single()
                == 1);
        return sale;
    }

    private void publish(UUID sale, String store) {
        String body = SaleJson.of(sale, store, SaleJson.TWO_RATES);
        broker.publish(
                "pos.order.sale", "order.sale-completed.v1", sale.toString(), body.getBytes(StandardCharsets.UTF_8));
    }

    private String stateOf(UUID id) {
        return api.as(Token.cashier("berlin")).get("/api/receipt-mails/" + id).at("/state");
    }

    private int triesOf(UUID id) {
        return Integer.parseInt(
                api.as(Token.cashier("berlin")).get("/api/receipt-mails/" + id).at("/attempts"));
    }

    private MimeMessage only() {
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        return mailServer.getReceivedMessages()[0];
    }

    /** Text, HTML and the words of the PDF. */
    private static List<String> partsOf(MimeMessage mail) throws Exception {
        List<String> parts = new ArrayList<>();
        collect(mail, parts);
        return parts;
    }

    private static void collect(Part part, List<String> parts) throws Exception {
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                BodyPart each = several.getBodyPart(i);
                collect(each, parts);
            }
        } else if (part.isMimeType("application/pdf")) {
            try (PDDocument pdf = Loader.loadPDF(part.getInputStream().readAllBytes())) {
                parts.add(new PDFTextStripper().getText(pdf));
            }
        } else {
            parts.add(String.valueOf(part.getContent()));
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
