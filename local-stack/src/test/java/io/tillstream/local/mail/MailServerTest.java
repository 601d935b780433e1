package io.tillstream.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerTest {

    @TempDir
    Path folder;

    @Test
    void aMailIsKeptAcrossARestartAndShownWithItsAttachment() throws Exception {
        int smtp = freePort();
        int page = freePort();
        try (AutoCloseable server = MailServer.start(smtp, page, folder)) {
            assertThat(server).isNotNull();
            send(smtp, "Purchase order 7 <script>");
        }
        try (AutoCloseable server = MailServer.start(smtp, page, folder)) {
            assertThat(server).isNotNull();
            JsonNode items = new ObjectMapper().readTree(get(page, "/mails")).path("items");

            assertThat(items).hasSize(1);
            assertThat(items.get(0).path("to").get(0).asText()).isEqualTo("roaster@supplier.example");
            assertThat(items.get(0).path("subject").asText()).isEqualTo("Purchase order 7 <script>");
            String id = items.get(0).path("id").asText();
            assertThat(get(page, "/mails/" + id + "/order.pdf")).isEqualTo("%PDF-1.7");
            assertThat(get(page, "/")).contains("Purchase order 7 &lt;script&gt;");
            assertThat(get(page, "/mails/..%2Fsecrets.properties")).isEqualTo("There is no such mail.");
        }
    }

    private static void send(int port, String subject) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Please deliver.");
        MimeBodyPart attachment = new MimeBodyPart();
        attachment.setDataHandler(new jakarta.activation.DataHandler(new ByteArrayDataSource(
                "%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.UTF_8), "application/pdf")));
        attachment.setFileName("order.pdf");
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("orders@tillstream.example"));
        message.addRecipient(Message.RecipientType.TO, new InternetAddress("roaster@supplier.example"));
        message.setSubject(subject);
        message.setContent(new MimeMultipart(text, attachment));
        Transport.send(message);
    }

    private static String get(int port, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
