package io.tillstream.order.sale;

import io.tillstream.platform.security.Caller;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Who stood at the till, as the till knows it: tills are handed over by PIN, and the token belongs to whoever signed in last.
 *
 * @param id subject of their own token
 */
public record RungUpBy(
        @NotBlank @Size(max = 100) String id,
        @NotBlank @Size(max = 100) String name) {

    /** Who a document names, and otherwise whose token it is. */
    public static RungUpBy orElse(@Nullable RungUpBy said, Caller caller) {
        return said == null ? new RungUpBy(caller.subject(), caller.name()) : said;
    }
}
