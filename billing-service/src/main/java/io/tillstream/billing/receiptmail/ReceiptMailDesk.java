package io.tillstream.billing.receiptmail;

import io.tillstream.platform.mail.MailFailed;
import io.tillstream.platform.mail.MailProperties;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Fingerprint;
import io.tillstream.platform.web.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the wish down and keeps book of its way; each step is its own transaction, the mail server is talked to in between. */
@Service
class ReceiptMailDesk {

    /** One for the customer, one after a slip of the fingers, one for somebody else. */
    private static final int MOST_FOR_ONE_SALE = 3;

    /** No address stays here longer than this, whatever the mail server says. */
    private static final Duration LONGEST_WAY = Duration.ofDays(3);

    private final ReceiptMails mails;
    private final MailProperties properties;
    private final Clock clock;

    ReceiptMailDesk(ReceiptMails mails, MailProperties properties, Clock clock) {
        this.mails = mails;
        this.properties = properties;
        this.clock = clock;
    }

    record Asked(ReceiptMail mail, boolean fresh) {}

    @Transactional
    Asked ask(UUID id, ReceiptMailRequest request, Caller caller) {
        caller.mustServe(request.storeId());
        mails.lock(request.saleId());
        Optional<ReceiptMails.Stored> known = mails.find(id);
        if (known.isPresent()) {
            Fingerprint.mustMatch(known.get().fingerprint(), request);
            return new Asked(known.get().mail(), false);
        }
        String address = EmailAddress.checked(request.address());
        if (mails.countOf(request.saleId()) >= MOST_FOR_ONE_SALE) {
            throw new ReceiptMailedTooOften(MOST_FOR_ONE_SALE);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        mails.add(id, request, address, Fingerprint.of(request), caller.subject(), now);
        return new Asked(mails.find(id).orElseThrow().mail(), true);
    }

    @Transactional(readOnly = true)
    ReceiptMail find(UUID id, Caller caller) {
        return mails.find(id)
                .map(ReceiptMails.Stored::mail)
                .filter(mail -> caller.mayServe(mail.storeId()))
                .orElseThrow(() -> new NotFound("receipt mail " + id));
    }

    @Transactional
    Optional<Due> takeDue() {
        return mails.takeDue(clock.instant(), properties.lease());
    }

    @Transactional
    void sent(Due due) {
        mails.sent(due.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** It cannot be sent as it is. */
    @Transactional
    void refused(Due due, String why) {
        mails.giveUp(due.id(), why);
    }

    /** Mail servers like to repeat the address they refuse: it goes no further than here. */
    @Transactional
    void failed(Due due, MailFailed failure) {
        String why = failure.reason().replace(due.address(), "the address");
        if (failure.isForGood()) {
            mails.giveUp(due.id(), why);
        } else {
            later(due, why);
        }
    }

    /** What it waits for may still come, within the longest way that an address may take. */
    @Transactional
    void later(Due due, String why) {
        Instant now = clock.instant();
        if (due.askedAt().plus(LONGEST_WAY).isBefore(now)) {
            mails.giveUp(due.id(), why);
        } else {
            mails.tryAgain(due.id(), why, now.plus(properties.pauseAfter(due.attempts())));
        }
    }
}
