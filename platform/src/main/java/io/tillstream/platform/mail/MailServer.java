package io.tillstream.platform.mail;

import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessagePreparator;

/** The mail server, with its refusals told apart: those that pass and those that do not. */
public final class MailServer {

    private static final int PERMANENT = 500;

    private final JavaMailSender sender;

    public MailServer(JavaMailSender sender) {
        this.sender = sender;
    }

    /** @throws MailFailed when the server did not take it */
    public void take(MimeMessagePreparator message) {
        try {
            sender.send(message);
        } catch (MailException e) {
            throw new MailFailed(reason(e), isForGood(e), e);
        }
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
