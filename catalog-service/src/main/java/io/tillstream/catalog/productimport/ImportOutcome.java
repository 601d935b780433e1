package io.tillstream.catalog.productimport;

import java.util.List;

/**
 * What became of a file.
 *
 * @param accepted lines that keep every rule, stored or not
 * @param stored false for a dry run, and when a line was refused and good lines alone were not asked for
 * @param created of the accepted lines, new products; 0 like the next two when a refused line kept them from being compared
 * @param refused every line that was not taken, in the order of the file
 * @param ignoredColumns columns that mean nothing here
 */
record ImportOutcome(
        int accepted,
        boolean stored,
        int created,
        int updated,
        int unchanged,
        List<Refusal> refused,
        List<String> ignoredColumns) {}
