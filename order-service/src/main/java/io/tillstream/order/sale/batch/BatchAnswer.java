package io.tillstream.order.sale.batch;

import io.tillstream.order.sale.Checkout;
import io.tillstream.order.sale.SaleReceipt;
import io.tillstream.platform.web.Failure;
import io.tillstream.platform.web.FieldError;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What became of each sale of a batch, in the order in which they were sent. */
record BatchAnswer(List<Result> results) {

    enum Outcome {
        STORED,
        STORED_BEFORE,
        REFUSED
    }

    /**
     * @param id null where none could be read
     * @param receipt of a sale that is stored
     * @param problem of one that is refused
     */
    record Result(
            @Nullable UUID id,
            Outcome outcome,
            @Nullable SaleReceipt receipt,
            @Nullable Problem problem) {

        static Result of(@Nullable UUID id, Checkout.Outcome outcome) {
            return switch (outcome) {
                case Checkout.Acceptance(SaleReceipt receipt, boolean first) ->
                    new Result(id, first ? Outcome.STORED : Outcome.STORED_BEFORE, receipt, null);
                case Checkout.Refused(Failure failure) -> new Result(id, Outcome.REFUSED, null, Problem.of(failure));
            };
        }
    }

    /** A problem detail (RFC 9457), as the sale alone would be answered with. */
    record Problem(String type, String title, int status, String detail, List<FieldError> errors) {

        static Problem of(Failure failure) {
            return new Problem(
                    "/problems/" + failure.slug(),
                    HttpStatus.valueOf(failure.status()).getReasonPhrase(),
                    failure.status(),
                    String.valueOf(failure.getMessage()),
                    failure.errors());
        }
    }
}
