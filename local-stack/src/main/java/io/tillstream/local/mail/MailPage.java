package io.tillstream.local.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * Shows the mails: a page at {@code /}, the same as JSON at {@code /mails}, each as it was received at
 * {@code /mails/ID} and its attachments at {@code /mails/ID/NAME}.
 */
final class MailPage {

    private static final int SHOWN = 200;
    private static final String NOT_FOUND = "There is no such mail.";

    private final Mailbox mailbox;

    MailPage(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    HttpServer start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
        return server;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                answer(exchange, 405, "text/plain", "Only GET is served.".getBytes(StandardCharsets.UTF_8));
                return;
            }
            String[] steps = exchange.getRequestURI().getRawPath().split("/");
            if (steps.length < 2) {
                answer(exchange, 200, "text/html", page().getBytes(StandardCharsets.UTF_8));
            } else if (!steps[1].equals("mails") || steps.length > 4) {
                answer(exchange, 404, "text/plain", NOT_FOUND.getBytes(StandardCharsets.UTF_8));
            } else if (steps.length == 2) {
                answer(exchange, 200, "application/json", json());
            } else {
                one(exchange, steps);
            }
        } catch (MessagingException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private void one(HttpExchange exchange, String[] steps) throws IOException, MessagingException {
        Optional<byte[]> content;
        if (steps.length == 3) {
            Optional<Path> file = mailbox.file(steps[2]);
            content = file.isPresent() ? Optional.of(Files.readAllBytes(file.get())) : Optional.empty();
        } else {
            content = mailbox.attachment(steps[2], URLDecoder.decode(steps[3], StandardCharsets.UTF_8));
        }
        String type = steps.length == 3 ? "text/plain" : typeOf(steps[3]);
        answer(
                exchange,
                content.isPresent() ? 200 : 404,
                content.isPresent() ? type : "text/plain",
                content.orElse(NOT_FOUND.getBytes(StandardCharsets.UTF_8)));
    }

    /** Only what a browser shows without running it. */
    private static String typeOf(String name) {
        return name.endsWith(".pdf") ? "application/pdf" : "application/octet-stream";
    }

    private byte[] json() throws IOException {
        List<Map<String, Object>> items = mailbox.newest(SHOWN).stream()
                .map(mail -> {
                    Map<String, Object> item = new LinkedHashMap<>();
                    item.put("id", mail.id());
                    item.put("receivedAt", mail.receivedAt().toString());
                    item.put("from", mail.from());
                    item.put("to", mail.to());
                    item.put("subject", mail.subject());
                    item.put("attachments", mail.attachments());
                    return item;
                })
                .toList();
        return new ObjectMapper().writeValueAsBytes(Map.of("items", items));
    }

    private String page() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (Mailbox.Mail mail : mailbox.newest(SHOWN)) {
            StringBuilder attachments = new StringBuilder();
            for (String name : mail.attachments()) {
                String link = "/mails/" + mail.id() + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
                attachments.append("<a href=\"%s\">%s</a> ".formatted(link, escaped(name)));
            }
            rows.append("<tr><td>%s<td>%s<td>%s<td><a href=\"/mails/%s\">%s</a><td>%s\n"
                    .formatted(
                            mail.receivedAt(),
                            escaped(mail.from()),
                            escaped(String.join(", ", mail.to())),
                            mail.id(),
                            escaped(mail.subject().isEmpty() ? "(no subject)" : mail.subject()),
                            attachments));
        }
        return """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Mails of this suite</title>
                <style>body{font:16px system-ui;margin:2rem}td,th{text-align:left;padding:.3rem 1rem .3rem 0}</style>
                <h1>Mails of this suite</h1>
                <table><tr><th>received<th>from<th>to<th>subject<th>attachments
                %s</table>
                """.formatted(rows);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type.startsWith("text/") ? type + "; charset=utf-8" : type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
