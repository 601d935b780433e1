package io.tillstream.catalog.productimport;

import io.tillstream.catalog.producthistory.Author;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the catalog what the file says, in a handful of statements for any number of lines. */
@Component
class ImportMerge {
    // below that the tables do not grow enough to mislead the planner
    private static final int MANY = 1000;

    private final JdbcClient jdbc;
    private final ImportCategories categories;
    private final ImportProducts products;
    private final ImportPrices prices;
    private final ImportEvents events;

    ImportMerge(
            JdbcClient jdbc,
            ImportCategories categories,
            ImportProducts products,
            ImportPrices prices,
            ImportEvents events) {
        this.jdbc = jdbc;
        this.categories = categories;
        this.products = products;
        this.prices = prices;
        this.events = events;
    }

    Merged merge(Author author) {
        categories.add();
        int created = products.store(author);
        prices.set(author.subject());
        if (created > MANY) {
            jdbc.sql("call refresh_statistics()").update();
        }
        prices.settle();
        int touched = events.tell(products.changed(), prices.those());
        return new Merged(created, touched - created);
    }

    /** How many products are new and how many changed, be it only in price. */
    record Merged(int created, int updated) {}
}
