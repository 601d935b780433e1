package io.tillstream.local;

/** Why {@code ./till} cannot go on, and what the person at the keyboard does about it: printed as one line. */
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Trouble(String cause, String remedy) {
        super(oneLine(cause) + " " + oneLine(remedy));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
