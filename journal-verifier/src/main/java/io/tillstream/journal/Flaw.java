package io.tillstream.journal;

/**
 * One thing that is not as the devices left it.
 *
 * @param of the device whose journal it is about, or the store whose daily root
 * @param number of the entry or root; of a line that cannot be read, which line it is
 * @param until the last number where several are missing, else the same as {@code number}
 * @param words a sentence for whoever audits
 */
public record Flaw(Kind kind, String of, long number, long until, String words) {

    /** What was done to it. {@code contracts/journal} holds an example of each. */
    public enum Kind {
        /** It is no entry of a journal. */
        NOT_READABLE,
        /** Its text is not the one that the device signed, nor the one that the next entry follows. */
        CHANGED,
        /** Its text is the one that the next entry follows, but another key has signed it. */
        SIGNED_ANEW,
        /** The device has not signed it; nothing stands behind it that would tell why. */
        NOT_SIGNED,
        /** The device signed it, but the entry after it follows another text. */
        REPLACED,
        NOT_CANONICAL,
        /** It says that it belongs to another device, till or epoch, or is of another format. */
        OF_ANOTHER,
        MISSING,
        /** It is there, but stands behind later ones. */
        MOVED,
        /** It has a number that was there before. */
        PUT_IN,
        /** The first entry does not follow what the device was told to follow. */
        BEGINS_ELSEWHERE,
        /** It is not the entry that the next device of the till followed. */
        NOT_AS_FOLLOWED,
        /** It is not the entry that a daily root holds. */
        NOT_AS_IN_ROOT,
        /** The device has another key than when a daily root was made. */
        OTHER_KEY,
        /** A daily root holds a journal that is not there at all. */
        JOURNAL_MISSING,
        ROOT_NOT_READABLE,
        /** A root does not follow the one before it as it stands here. */
        ROOT_BROKEN,
        ROOT_MISSING,
        /** A root holds less of a journal than the one before. */
        ROOT_FORGETS,
        /** The root that somebody kept is none of these. */
        KEPT_ROOT_MISSING
    }

    static Flaw at(Kind kind, String of, long number, String words) {
        return new Flaw(kind, of, number, number, words);
    }
}
