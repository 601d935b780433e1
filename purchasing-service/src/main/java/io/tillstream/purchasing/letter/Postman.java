package io.tillstream.purchasing.letter;

import io.tillstream.platform.mail.MailFailed;
import io.tillstream.platform.mail.MailProperties;
import io.tillstream.platform.mail.MailServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands letters to the mail server. */
@Component
public class Postman {

    private final MailServer server;
    private final MailProperties properties;
    private final Template text = Template.text("purchase-order-mail.txt");
    private final Template html = Template.html("purchase-order-mail.html");

    Postman(JavaMailSender mail, MailProperties properties) {
        this.server = new MailServer(mail);
        this.properties = properties;
    }

    /**
     * The same for every try of one order (RFC 5322, section 3.6.4): should a crash make us send twice, the supplier's mail
     * system can tell that it is one message.
     */
    public String messageId(UUID purchaseOrderId) {
        String from = properties.from().replaceFirst(">\\s*$", "");
        return "<purchase-order." + purchaseOrderId + "@" + from.substring(from.indexOf('@') + 1) + ">";
    }

    /** @throws MailFailed when the server did not take it */
    public void send(Letter letter, byte[] pdf) {
        server.take(message -> write(message, letter, pdf));
    }

    private void write(MimeMessage message, Letter letter, byte[] pdf) throws MessagingException {
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(properties.from());
        helper.setTo(letter.email());
        helper.setSubject(letter.subject());
        helper.setText(text.fill(letter), html.fill(letter));
        helper.addAttachment(letter.fileName(), new ByteArrayResource(pdf), "application/pdf");
        message.setHeader("Message-ID", messageId(letter.purchaseOrderId()));
        // asks out-of-office assistants not to answer (RFC 3834)
        message.setHeader("Auto-Submitted", "auto-generated");
    }
}
