package io.tillstream.catalog.productimport;

import io.tillstream.catalog.product.BulkTurn;
import io.tillstream.catalog.producthistory.Author;
import io.tillstream.platform.security.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a file of products in: all of it or, when asked, its good lines; in one transaction. */
@Service
class ProductImport {
    private final TransactionTemplate transaction;
    private final BulkTurn turn;
    private final JdbcClient jdbc;
    private final ImportTable table;
    private final ImportChecks checks;
    private final ImportMerge merge;

    ProductImport(
            PlatformTransactionManager transactions,
            BulkTurn turn,
            JdbcClient jdbc,
            ImportTable table,
            ImportChecks checks,
            ImportMerge merge) {
        this.transaction = new TransactionTemplate(transactions);
        this.turn = turn;
        this.jdbc = jdbc;
        this.table = table;
        this.checks = checks;
        this.merge = merge;
    }

    ImportOutcome take(Path file, Wish wish) {
        try {
            return transaction.execute(status -> {
                if (!turn.take()) {
                    throw new ImportRunning();
                }
                List<Refusal> refused = new ArrayList<>();
                List<String> ignored = read(file, refused);
                refused.addAll(checks.refuse(wish.by()));
                refused.sort(Comparator.comparingInt(Refusal::line));
                boolean stored = !wish.dryRun() && (refused.isEmpty() || wish.acceptGood());
                if (!stored) {
                    status.setRollbackOnly();
                }
                int accepted = jdbc.sql("select count(*) from import_line")
                        .query(Integer.class)
                        .single();
                if (!refused.isEmpty() && !wish.acceptGood()) {
                    return new ImportOutcome(accepted, false, 0, 0, 0, refused, ignored);
                }
                ImportMerge.Merged merged = merge.merge(Author.sendingAFile(wish.by()));
                int unchanged = accepted - merged.created() - merged.updated();
                return new ImportOutcome(
                        accepted, stored, merged.created(), merged.updated(), unchanged, refused, ignored);
            });
        } catch (DataIntegrityViolationException raced) {
            throw new CatalogChangedMeanwhile();
        }
    }

    /** Puts the good lines into the table; the columns that mean nothing. */
    private List<String> read(Path file, List<Refusal> refused) {
        try (InputStream bytes = Files.newInputStream(file)) {
            CsvFile csv = new CsvFile(TextReader.of(bytes));
            List<String> titles = csv.next();
            if (titles == null) {
                throw FileNotReadable.empty();
            }
            Header header = new Header(titles);
            LineRules rules = new LineRules(header);
            ImportTable.Filling lines = table.create();
            for (List<String> row = csv.next(); row != null; row = csv.next()) {
                try {
                    lines.add(rules.check(csv.rowStart(), row));
                } catch (LineRules.Broken broken) {
                    refused.add(broken.at(csv.rowStart()));
                }
            }
            lines.complete();
            return header.ignored();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the sender wants.
     *
     * @param dryRun only tell what would happen
     * @param acceptGood store the good lines even when others are refused
     */
    record Wish(boolean dryRun, boolean acceptGood, Caller by) {}
}
