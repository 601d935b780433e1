package io.tillstream.local.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Takes mail by SMTP and delivers it nowhere but into its mailbox. */
public final class MailServer {

    private MailServer() {}

    /** Arguments: the SMTP port, the page's port, the folder. */
    public static void main(String[] arguments) throws Exception {
        start(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]));
    }

    static AutoCloseable start(int smtpPort, int pagePort, Path folder) throws Exception {
        Mailbox mailbox = new Mailbox(folder, Clock.systemUTC());
        GreenMail smtp = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        smtp.getUserManager().setMessageDeliveryHandler((message, recipient) -> {
            keep(message.getMessage(), mailbox);
            return forget(smtp, recipient.getEmail());
        });
        smtp.start();
        var page = new MailPage(mailbox).start(pagePort);
        return () -> {
            page.stop(0);
            smtp.stop();
        };
    }

    private static void keep(MimeMessage message, Mailbox mailbox) throws MessagingException {
        try {
            mailbox.keep(message);
        } catch (IOException unwritable) {
            throw new MessagingException("The mail could not be kept", unwritable);
        }
    }

    /** The library holds every mail in memory too; ours is the file. */
    private static GreenMailUser forget(GreenMail smtp, String address) throws MessagingException, UserException {
        try {
            smtp.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new MessagingException("The memory could not be cleared", e);
        }
        GreenMailUser known = smtp.getUserManager().getUserByEmail(address);
        return known == null ? smtp.getUserManager().createUser(address, address, address) : known;
    }
}
