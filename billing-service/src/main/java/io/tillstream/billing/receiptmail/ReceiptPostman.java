package io.tillstream.billing.receiptmail;

import io.tillstream.platform.mail.MailFailed;
import io.tillstream.platform.mail.MailProperties;
import io.tillstream.platform.mail.MailServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands receipts to the mail server: as HTML, as text, and as PDF where the typesetter knows the script. */
@Component
class ReceiptPostman {

    private final MailServer server;
    private final MailProperties properties;
    private final ReceiptPages pages;

    ReceiptPostman(JavaMailSender sender, MailProperties properties, ReceiptPages pages) {
        this.server = new MailServer(sender);
        this.properties = properties;
        this.pages = pages;
    }

    /** @throws MailFailed when the server did not take it */
    void send(Due due) {
        Optional<byte[]> pdf = pages.pdf(due.receipt());
        server.take(message -> write(message, due, pdf));
    }

    private void write(MimeMessage message, Due due, Optional<byte[]> pdf) throws MessagingException {
        MailedReceipt receipt = due.receipt();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(properties.from());
        helper.setTo(due.address());
        helper.setSubject(receipt.subject().replaceAll("\\p{Cntrl}", " "));
        helper.setText(pages.text(receipt), pages.html(receipt));
        if (pdf.isPresent()) {
            String name = receipt.code().replaceAll("[^A-Za-z0-9-]", "") + ".pdf";
            helper.addAttachment(name, new ByteArrayResource(pdf.get()), "application/pdf");
        }
        String from = properties.from().replaceFirst(">\\s*$", "");
        // the same for every try (RFC 5322, section 3.6.4)
        message.setHeader("Message-ID", "<receipt." + due.id() + "@" + from.substring(from.indexOf('@') + 1) + ">");
        // asks out-of-office assistants not to answer (RFC 3834)
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", receipt.language());
    }
}
