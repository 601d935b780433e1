package io.tillstream.order.shoptask;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** Somebody has looked after a task and says in a word what was done. */
record FinishTask(
        @NotBlank @Size(max = 64) String storeId,
        @NotNull ShopTask.Kind kind,
        @NotBlank @Size(max = 200) String subject,
        @NotBlank @Size(max = 300) String word,
        @NotNull Instant finishedAt) {}
