package io.tillstream.catalog.product;

import io.tillstream.catalog.category.Categories;
import io.tillstream.catalog.pricebook.PriceBookVersions;
import io.tillstream.catalog.producthistory.Author;
import io.tillstream.catalog.producthistory.ProductHistory;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Stale;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where products are put and changed. */
@Service
class ProductShelf {
    private final ProductRepository products;
    private final ScanUniqueness uniqueness;
    private final VariantRules variants;
    private final BundleRules bundles;
    private final Categories categories;
    private final PriceBookVersions priceBook;
    private final ProductEvents events;
    private final ProductHistory history;

    ProductShelf(
            ProductRepository products,
            ScanUniqueness uniqueness,
            VariantRules variants,
            BundleRules bundles,
            Categories categories,
            PriceBookVersions priceBook,
            ProductEvents events,
            ProductHistory history) {
        this.products = products;
        this.uniqueness = uniqueness;
        this.variants = variants;
        this.bundles = bundles;
        this.categories = categories;
        this.priceBook = priceBook;
        this.events = events;
        this.history = history;
    }

    /**
     * Stores a new product or changes a known one. Sending again what is already stored changes nothing and is never
     * stale: the first answer may have been lost.
     *
     * @param expectedVersion what the sender read last; required to change a known product
     * @throws Stale when the product has changed since, or when it is known and no version is given
     */
    @Transactional
    public Kept keep(UUID id, ProductFacts facts, @Nullable Long expectedVersion, Caller caller) {
        uniqueness.check(id, facts);
        variants.check(id, facts);
        bundles.check(id, facts);
        String category = categoryPath(facts.categoryId());
        Optional<Product> known = products.findById(id);
        if (known.isEmpty()) {
            if (expectedVersion != null) {
                throw new Stale();
            }
            Product made = products.saveAndFlush(new Product(id, facts));
            history.made(List.of(id), Author.editing(caller));
            return new Kept(announced(made, category), true);
        }
        return new Kept(changed(known.get(), facts, category, expectedVersion, caller), false);
    }

    private ProductView changed(
            Product product,
            ProductFacts facts,
            @Nullable String category,
            @Nullable Long expectedVersion,
            Caller caller) {
        long before = product.version();
        ProductHistory.Remembered remembered = history.remember(List.of(product.id()));
        product.describe(facts);
        if (products.saveAndFlush(product).version() == before) {
            return product.view(category);
        }
        if (expectedVersion == null || expectedVersion != before) {
            throw new Stale();
        }
        history.changed(remembered, Author.editing(caller));
        return announced(product, category);
    }

    private ProductView announced(Product product, @Nullable String category) {
        ProductView stored = product.view(category);
        priceBook.changed(List.of(stored.id()));
        events.changed(List.of(stored));
        return stored;
    }

    private @Nullable String categoryPath(@Nullable UUID categoryId) {
        return categoryId == null
                ? null
                : categories.path(categoryId).orElseThrow(() -> new CategoryNotKnown(categoryId));
    }

    /** @param created false when the product was known before */
    record Kept(ProductView product, boolean created) {}
}
