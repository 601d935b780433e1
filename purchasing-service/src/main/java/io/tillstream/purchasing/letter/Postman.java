package io.tillstream.purchasing.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands letters to the mail server. */
@Component
public class Postman {

    private static final int PERMANENT = 500;

    private final JavaMailSender mail;
    private final MailProperties properties;
    private final Template text = Template.text("purchase-order-mail.txt");
    private final Template html = Template.html("purchase-order-mail.html");

    Postman(JavaMailSender mail, MailProperties properties) {
        this.mail = mail;
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
        try {
            mail.send(message(letter, pdf));
        } catch (MessagingException | MailException e) {
            throw new MailFailed(reason(e), isForGood(e), e);
        }
    }

    private MimeMessage message(Letter letter, byte[] pdf) throws MessagingException {
        MimeMessage message = mail.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(properties.from());
        helper.setTo(letter.email());
        helper.setSubject(letter.subject());
        helper.setText(text.fill(letter), html.fill(letter));
        helper.addAttachment(letter.fileName(), new ByteArrayResource(pdf), "application/pdf");
        message.setHeader("Message-ID", messageId(letter.purchaseOrderId()));
        // asks out-of-office assistants not to answer (RFC 3834)
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static boolean isForGood(Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof AddressException || code(cause) >= PERMANENT) {
                return true;
            }
            cause = next(cause);
        }
        return false;
    }

    private static int code(Throwable cause) {
        return switch (cause) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }

    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            deepest = cause;
        }
        String words = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        String line = words.replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(line.length(), 300));
    }

    private static @Nullable Throwable next(Throwable cause) {
        if (cause instanceof MailSendException several && several.getMessageExceptions().length > 0) {
            return several.getMessageExceptions()[0];
        }
        if (cause instanceof SendFailedException failed && failed.getNextException() != null) {
            return failed.getNextException();
        }
        return cause.getCause();
    }
}
