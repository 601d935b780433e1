package io.tillstream.journal;

/**
 * Somebody who knew how far a journal went and how it ended there: a device that followed it, or a daily root.
 *
 * @param denies what it is when the entry is another one
 * @param words who holds it, e.g. "device no. 2 followed"
 */
record Witness(Flaw.Kind denies, String words, long number, String hash) {

    static Witness of(Succession next) {
        FollowedEntry last = next.follows();
        return new Witness(
                Flaw.Kind.NOT_AS_FOLLOWED, "device no. " + next.epoch() + " followed", last.number(), last.hash());
    }

    static Witness of(RootedHead head) {
        return new Witness(
                Flaw.Kind.NOT_AS_IN_ROOT, "the daily root of " + head.day() + " holds", head.number(), head.hash());
    }
}
