package io.tillstream.inventory.stock;

import io.tillstream.platform.web.Failure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The rule for the lines of every document that moves stock: each has a number of its own and a quantity that counts. */
public final class DocumentLines {
    private DocumentLines() {}

    /**
     * Names every offending line at once.
     *
     * @param fault what is wrong with a line's quantity, or null
     */
    public static <T> void check(
            List<T> lines, ToIntFunction<T> lineNo, Function<T, ? extends @Nullable String> fault) {
        LinesNotValid notValid = new LinesNotValid();
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String wrongQuantity = fault.apply(lines.get(i));
            if (wrongQuantity != null) {
                notValid.with("/lines/" + i + "/quantity", wrongQuantity);
            }
            int number = lineNo.applyAsInt(lines.get(i));
            if (!numbers.add(number)) {
                notValid.with("/lines/" + i + "/lineNo", "Line number " + number + " is used twice.");
            }
        }
        if (!notValid.errors().isEmpty()) {
            throw notValid;
        }
    }

    private static final class LinesNotValid extends Failure {
        LinesNotValid() {
            super(Kind.RULE_BROKEN, "lines-not-valid", "Some lines cannot be booked; nothing was stored.");
        }
    }
}
