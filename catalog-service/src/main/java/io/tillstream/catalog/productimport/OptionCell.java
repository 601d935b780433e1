package io.tillstream.catalog.productimport;

import io.tillstream.catalog.productimport.ProductLine.Option;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a cell of a variant's options: {@code Size=M; Colour=Red}. */
final class OptionCell {
    private static final int MOST_OPTIONS = 3;
    private static final int LONGEST = 40;

    private OptionCell() {}

    static @Nullable List<Option> options(@Nullable String cell) throws LineRules.Broken {
        if (cell == null) {
            return null;
        }
        List<Option> options = new ArrayList<>();
        for (String entry : EntryCell.entries(cell)) {
            Option option = option(entry);
            if (options.stream().anyMatch(known -> known.name().equals(option.name()))) {
                throw new LineRules.Broken("options-not-valid", "The option " + option.name() + " is given twice.");
            }
            options.add(option);
        }
        if (options.size() > MOST_OPTIONS) {
            throw new LineRules.Broken("options-not-valid", "A variant has at most " + MOST_OPTIONS + " options.");
        }
        return options;
    }

    private static Option option(String entry) throws LineRules.Broken {
        int sign = EntryCell.first(entry, '=');
        String name = EntryCell.plain(sign < 0 ? "" : entry.substring(0, sign));
        String value = EntryCell.plain(entry.substring(sign + 1));
        if (name.isEmpty() || value.isEmpty()) {
            throw new LineRules.Broken(
                    "options-not-valid", "\"" + entry + "\" is not an option with its value, such as Size=M.");
        }
        if (name.length() > LONGEST || value.length() > LONGEST) {
            throw new LineRules.Broken(
                    "options-not-valid",
                    "\"" + entry + "\" is too long: an option and its value have at most " + LONGEST
                            + " characters each.");
        }
        return new Option(name, value);
    }
}
