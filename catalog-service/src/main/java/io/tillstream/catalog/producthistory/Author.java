package io.tillstream.catalog.producthistory;

import io.tillstream.platform.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who changes products, and by what means. */
public record Author(Origin origin, @Nullable UUID changeSet, String subject, String name) {

    /** By what means a product was changed. */
    public enum Origin {
        EDIT,
        FILE,
        CHANGE_SET,
        REVERSAL
    }

    public static Author editing(Caller caller) {
        return new Author(Origin.EDIT, null, caller.subject(), caller.name());
    }

    public static Author sendingAFile(Caller caller) {
        return new Author(Origin.FILE, null, caller.subject(), caller.name());
    }

    public static Author applying(UUID changeSet, String subject, String name) {
        return new Author(Origin.CHANGE_SET, changeSet, subject, name);
    }

    public static Author reverting(UUID changeSet, Caller caller) {
        return new Author(Origin.REVERSAL, changeSet, caller.subject(), caller.name());
    }
}
