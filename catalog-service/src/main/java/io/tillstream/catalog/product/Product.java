package io.tillstream.catalog.product;

import io.tillstream.catalog.barcode.BarcodeText;
import io.tillstream.catalog.pricebook.Unit;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something a shop sells: read from anywhere, changed only by {@link #describe}. */
@Entity
class Product {
    @Id
    private UUID id;

    private String sku;
    private String name;
    private @Nullable String description;
    private @Nullable String brand;

    @Column(name = "category_id")
    private @Nullable UUID categoryId;

    @Enumerated(EnumType.STRING)
    private Unit unit;

    @Column(name = "tax_category")
    private String taxCategory;

    @Column(name = "stock_tracked")
    private boolean stockTracked;

    @Column(name = "age_limit")
    private @Nullable Integer ageLimit;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Enumerated(EnumType.STRING)
    private Tracking tracking;

    @Version
    private @Nullable Long version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "product_barcode", joinColumns = @JoinColumn(name = "product_id"))
    private Set<Barcode> barcodes = new HashSet<>();

    @Column(name = "family_id")
    private @Nullable UUID familyId;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "product_option", joinColumns = @JoinColumn(name = "product_id"))
    private Set<OptionValue> options = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "product_component", joinColumns = @JoinColumn(name = "product_id"))
    private Set<BundlePart> components = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Product() {}

    @SuppressWarnings("NullAway.Init") // describe() fills what the constructor does not
    Product(UUID id, ProductFacts facts) {
        this.id = id;
        describe(facts);
    }

    /** Makes this product what the facts say; leaves no trace when they say nothing new. */
    final void describe(ProductFacts facts) {
        sku = facts.sku();
        name = facts.name();
        description = facts.description();
        brand = facts.brand();
        categoryId = facts.categoryId();
        unit = facts.unit();
        taxCategory = facts.taxCategory();
        stockTracked = facts.stockTracked();
        ageLimit = facts.ageLimit();
        status = facts.status();
        tracking = facts.trackedBy();
        familyId = facts.familyId();
        become(barcodes, codes(facts));
        become(options, options(facts));
        become(components, components(facts));
    }

    private static <T> void become(Set<T> stored, Set<T> wanted) {
        if (!stored.equals(wanted)) {
            stored.clear();
            stored.addAll(wanted);
        }
    }

    private static Set<OptionValue> options(ProductFacts facts) {
        return facts.optionValues().entrySet().stream()
                .map(option -> new OptionValue(option.getKey(), option.getValue()))
                .collect(Collectors.toSet());
    }

    private static Set<BundlePart> components(ProductFacts facts) {
        return facts.parts().stream()
                .map(part -> new BundlePart(part.productId(), part.quantity().setScale(3)))
                .collect(Collectors.toSet());
    }

    private static Set<Barcode> codes(ProductFacts facts) {
        return facts.barcodes().stream()
                .map(code -> new Barcode(
                        code.code(),
                        BarcodeText.matchKey(code.code()),
                        // the scale of the column, so that an unchanged code equals the stored one
                        code.quantity().setScale(3),
                        facts.status() == Status.ACTIVE,
                        code.price() == null ? null : code.price().amount().setScale(4),
                        code.price() == null ? null : code.price().currency()))
                .collect(Collectors.toSet());
    }

    ProductView view(@Nullable String category) {
        List<ProductView.Code> codes = barcodes.stream()
                .map(barcode ->
                        ProductView.Code.of(barcode.code(), barcode.quantity(), barcode.price(), barcode.currency()))
                .sorted(Comparator.comparing(ProductView.Code::code))
                .toList();
        return new ProductView(
                id,
                version(),
                sku,
                name,
                description,
                brand,
                categoryId,
                category,
                unit,
                taxCategory,
                stockTracked,
                ageLimit,
                status,
                codes,
                tracking,
                familyId,
                options.stream()
                        .collect(Collectors.toMap(OptionValue::name, OptionValue::value, (a, b) -> a, TreeMap::new)),
                components.stream()
                        .map(part -> ProductView.Component.of(part.componentId(), part.quantity()))
                        .sorted(Comparator.comparing(ProductView.Component::productId))
                        .toList());
    }

    UUID id() {
        return id;
    }

    /** Grows with every change. */
    long version() {
        return Objects.requireNonNull(version, "not stored yet");
    }
}
