package io.tillstream.print.queue;

import java.util.UUID;

/** One document for one printer. */
public record Job(UUID id, String printer, JobState state) {}
