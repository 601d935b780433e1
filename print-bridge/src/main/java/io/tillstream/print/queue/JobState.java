package io.tillstream.print.queue;

/** How far a job is. */
public enum JobState {
    WAITING("It prints as soon as the printer is ready."),
    PRINTED("It was printed."),
    /** Never printed again by itself: that could double it. */
    UNCERTAIN("The printer went away while it printed: look at the paper, and print a copy if it is not whole.");

    private final String words;

    JobState(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
