package io.tillstream.billing.receiptmail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as tills show and print it, row by row, in the store's language: what it says is made in one place, the console.
 *
 * @param language BCP 47, as it is announced to whoever has it read aloud
 */
record MailedReceipt(
        @NotNull @Size(min = 1, max = 200) String subject,

        @NotNull @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")
        String language,

        @NotNull Direction direction,
        @NotEmpty @Size(max = 10_000) List<@NotNull @Valid Row> rows) {

    enum Direction {
        LTR,
        RTL
    }

    /** How a row looks. {@code RULE} is a line across; {@code CODE} what a scanner reads to find the sale again. */
    enum Look {
        TITLE,
        MARK,
        CENTRE,
        LINE,
        DETAIL,
        STRONG,
        SMALL,
        TABLE,
        TABLE_HEAD,
        RULE,
        CODE
    }

    /** @param cells of a table; other rows have a left and a right */
    record Row(
            @NotNull Look look,
            @NotNull @Size(max = 700) String left,
            @NotNull @Size(max = 100) String right,
            @Nullable @Size(max = 6) List<@NotNull @Size(max = 100) String> cells) {}

    /** What a scanner reads, like B1-000017; empty when no row says it. */
    String code() {
        return rows.stream()
                .filter(row -> row.look() == Look.CODE)
                .map(Row::left)
                .findFirst()
                .orElse("");
    }
}
