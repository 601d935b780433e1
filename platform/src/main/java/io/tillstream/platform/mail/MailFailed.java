package io.tillstream.platform.mail;

/** A mail could not be written or did not leave. */
public final class MailFailed extends RuntimeException {

    private final boolean forGood;

    public MailFailed(String reason, boolean forGood, Throwable cause) {
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
