package io.tillstream.purchasing.supplierorder;

import io.tillstream.platform.mail.MailFailed;
import io.tillstream.purchasing.letter.Letter;
import io.tillstream.purchasing.letter.PdfPress;
import io.tillstream.purchasing.letter.Postman;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes due orders to the mail server, one after the other. A crash after the server took a mail and before that was written
 * down sends it again after the lease, under the same Message-ID: as close to exactly once as SMTP allows.
 */
@Component
class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    private final SendingDesk desk;
    private final PdfPress press;
    private final Postman postman;

    Courier(SendingDesk desk, PdfPress press, Postman postman) {
        this.desk = desk;
        this.press = press;
        this.postman = postman;
    }

    @Scheduled(fixedDelayString = "${tillstream.mail.look-every:1s}")
    void round() {
        try {
            Optional<SendingDesk.Due> due = desk.takeDue();
            while (due.isPresent()) {
                due.get().letter().ifPresent(this::deliver);
                due = desk.takeDue();
            }
        } catch (TransactionException | DataAccessException unreachable) {
            log.warn("Orders wait for the database: {}", unreachable.getMessage());
        }
    }

    private void deliver(Letter letter) {
        try {
            byte[] pdf = press.print(letter);
            postman.send(letter, pdf);
            desk.sent(letter, postman.messageId(letter.purchaseOrderId()), pdf);
        } catch (MailFailed failure) {
            log.warn("Purchase order {} did not leave: {}", letter.number(), failure.reason());
            desk.failed(letter.purchaseOrderId(), failure);
        }
    }
}
