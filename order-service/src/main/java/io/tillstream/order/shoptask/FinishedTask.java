package io.tillstream.order.shoptask;

import java.time.Instant;
import java.util.UUID;

/** What was done about a task, and by whom. */
record FinishedTask(
        UUID id, ShopTask.Kind kind, String subject, String word, Instant finishedAt, String finishedByName) {}
