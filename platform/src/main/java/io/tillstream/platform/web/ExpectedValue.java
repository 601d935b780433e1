package io.tillstream.platform.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says what belongs where something else was sent, without a word about our classes. */
final class ExpectedValue {

    private static final Map<Class<?>, String> WORDS = Map.ofEntries(
            Map.entry(BigDecimal.class, "a decimal as text, such as \"19.99\", with at most 15 digits and 6 decimals"),
            Map.entry(Integer.class, "a whole number"),
            Map.entry(int.class, "a whole number"),
            Map.entry(Long.class, "a whole number"),
            Map.entry(long.class, "a whole number"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(boolean.class, "true or false"),
            Map.entry(String.class, "text"),
            Map.entry(UUID.class, "an id (UUID)"),
            Map.entry(Instant.class, "a moment such as \"2026-11-22T10:15:00Z\""),
            Map.entry(LocalDate.class, "a date such as \"2026-11-22\""),
            Map.entry(LocalTime.class, "a time such as \"10:15\""),
            Map.entry(LocalDateTime.class, "a date and time such as \"2026-11-22T10:15\""));

    private ExpectedValue() {}

    static String inWords(MismatchedInputException mismatch) {
        String belongs = words(mismatch.getTargetType());
        return mismatch instanceof InvalidFormatException format && format.getValue() != null
                ? "\"%s\" is not %s.".formatted(format.getValue(), belongs)
                : "Here belongs %s.".formatted(belongs);
    }

    private static String words(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return WORDS.getOrDefault(type, "an object with its fields");
    }
}
