package io.tillstream.catalog.productimport;

import io.tillstream.catalog.productimport.ProductLine.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a cell of what a bundle is made of: {@code CUP-1*2; BEANS*0.5}; one of a SKU without a quantity. */
final class ComponentCell {
    private static final Pattern WITH_QUANTITY = Pattern.compile("(.+)\\*\\s*([0-9]{1,9}(?:\\.[0-9]{1,3})?)");
    private static final int MOST_PARTS = 100;

    private ComponentCell() {}

    static @Nullable List<Part> parts(@Nullable String cell) throws LineRules.Broken {
        if (cell == null) {
            return null;
        }
        List<Part> parts = new ArrayList<>();
        for (String entry : EntryCell.entries(cell)) {
            Part part = part(entry);
            if (parts.stream().anyMatch(known -> known.sku().equalsIgnoreCase(part.sku()))) {
                throw new LineRules.Broken("bundle-not-valid", "The component " + part.sku() + " is named twice.");
            }
            parts.add(part);
        }
        if (parts.size() > MOST_PARTS) {
            throw new LineRules.Broken("bundle-not-valid", "A bundle has at most " + MOST_PARTS + " components.");
        }
        return parts;
    }

    private static Part part(String entry) throws LineRules.Broken {
        Matcher form = WITH_QUANTITY.matcher(entry);
        boolean counted = form.matches();
        String sku = EntryCell.plain(counted ? form.group(1) : entry);
        BigDecimal quantity = counted ? new BigDecimal(form.group(2)) : BigDecimal.ONE;
        if (quantity.signum() == 0) {
            throw new LineRules.Broken("bundle-not-valid", "None of " + sku + " is in it: the quantity is zero.");
        }
        return new Part(sku, quantity);
    }
}
