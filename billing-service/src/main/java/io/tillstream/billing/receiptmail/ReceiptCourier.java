package io.tillstream.billing.receiptmail;

import io.tillstream.billing.salecopy.CopiedSale;
import io.tillstream.billing.salecopy.SaleCopies;
import io.tillstream.platform.mail.MailFailed;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes due receipts to the mail server, one after the other. A crash after the server took a mail and before that was written
 * down sends it again after the lease, under the same Message-ID.
 */
@Component
class ReceiptCourier {

    private static final Logger log = LoggerFactory.getLogger(ReceiptCourier.class);

    private final ReceiptMailDesk desk;
    private final SaleCopies sales;
    private final ReceiptPostman postman;

    ReceiptCourier(ReceiptMailDesk desk, SaleCopies sales, ReceiptPostman postman) {
        this.desk = desk;
        this.sales = sales;
        this.postman = postman;
    }

    @Scheduled(fixedDelayString = "${tillstream.mail.look-every:1s}")
    void round() {
        try {
            for (Optional<Due> due = desk.takeDue(); due.isPresent(); due = desk.takeDue()) {
                deliver(due.get());
            }
        } catch (TransactionException | DataAccessException unreachable) {
            log.warn("Receipts wait for the database: {}", unreachable.getMessage());
        }
    }

    private void deliver(Due due) {
        Optional<CopiedSale> sale = sales.find(due.saleId());
        if (sale.isEmpty()) {
            desk.later(due, "The sale has not arrived from its till.");
        } else if (!isOf(sale.get(), due)) {
            desk.refused(due, "This is not the receipt of the sale that it was sent for.");
        } else {
            send(due);
        }
    }

    /** A till can send only receipts of its own store's sales. */
    private static boolean isOf(CopiedSale sale, Due due) {
        return sale.storeId().equals(due.storeId()) && due.receipt().code().endsWith("-" + sale.receiptCount(6));
    }

    private void send(Due due) {
        try {
            postman.send(due);
            desk.sent(due);
        } catch (MailFailed failure) {
            log.warn("The receipt mail {} did not leave, try {}", due.id(), due.attempts());
            desk.failed(due, failure);
        }
    }
}
