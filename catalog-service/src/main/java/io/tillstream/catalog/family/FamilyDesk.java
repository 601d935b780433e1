package io.tillstream.catalog.family;

import io.tillstream.catalog.pricebook.PriceBookVersions;
import io.tillstream.platform.web.Stale;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where families are made and changed. */
@Service
class FamilyDesk {
    private final Families families;
    private final PriceBookVersions priceBook;

    FamilyDesk(Families families, PriceBookVersions priceBook) {
        this.families = families;
        this.priceBook = priceBook;
    }

    /**
     * Stores a new family or changes a known one; its variants must fit the new options. Sending again what is already
     * stored changes nothing.
     *
     * @param expectedVersion what the sender read last; required to change a known family
     * @throws Stale when the family has changed since, or when it is known and no version is given
     */
    @Transactional
    public Kept keep(UUID id, FamilyFacts facts, @Nullable Long expectedVersion) {
        mustNotRepeat(facts.options());
        families.lock(id);
        Optional<ProductFamily> known = families.find(id);
        if (known.isPresent() && says(known.get(), facts)) {
            return new Kept(known.get(), false);
        }
        if (!known.map(ProductFamily::version).equals(Optional.ofNullable(expectedVersion))) {
            throw new Stale();
        }
        ProductFamily family =
                new ProductFamily(id, expectedVersion == null ? 0 : expectedVersion + 1, facts.name(), facts.options());
        if (!families.store(family)) {
            throw new Stale();
        }
        List<String> misfits = families.misfits(family);
        if (!misfits.isEmpty()) {
            throw new FamilyNotValid(
                    "/options",
                    "Variants would be left without their values: " + String.join(", ", misfits)
                            + ". Change those products first, or keep their options and values.");
        }
        priceBook.changed(families.variants(id));
        return new Kept(family, known.isEmpty());
    }

    private static boolean says(ProductFamily family, FamilyFacts facts) {
        return family.name().equals(facts.name()) && family.options().equals(facts.options());
    }

    private static void mustNotRepeat(List<FamilyFacts.Option> options) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            if (!names.add(options.get(i).name())) {
                throw new FamilyNotValid(
                        "/options/" + i + "/name",
                        "The option " + options.get(i).name() + " is given twice.");
            }
            Set<String> values = new HashSet<>();
            for (int j = 0; j < options.get(i).values().size(); j++) {
                String value = options.get(i).values().get(j);
                if (!values.add(value)) {
                    throw new FamilyNotValid("/options/" + i + "/values/" + j, value + " is given twice.");
                }
            }
        }
    }

    /** @param created false when the family was known before */
    record Kept(ProductFamily family, boolean created) {}
}
