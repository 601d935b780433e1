package io.tillstream.purchasing.letter;

/** A letter could not be printed or did not leave. */
public final class MailFailed extends RuntimeException {

    private final boolean forGood;

    MailFailed(String reason, boolean forGood, Throwable cause) {
        super(reason, cause);
        this.forGood = forGood;
    }

    /** What the mail server or the network said, in one line. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** Whether trying again the same way cannot help: the server refused the address or the message (SMTP 5xx), or there is
     * nothing to send. */
    public boolean isForGood() {
        return forGood;
    }
}
