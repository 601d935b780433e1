package io.tillstream.deploy;

/** Something that is wrong, and where. */
record Finding(String where, String what) {
    @Override
    public String toString() {
        return where + ": " + what;
    }
}
