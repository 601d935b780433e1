package io.tillstream.catalog.productimport;

import io.tillstream.catalog.barcode.BarcodeText;
import io.tillstream.catalog.barcode.CodePrice;
import io.tillstream.catalog.productimport.ProductLine.Code;
import io.tillstream.platform.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a cell of barcodes: {@code CODE}, {@code CODE*6} when one scan sells six, {@code CODE*6=11.40} for that price. */
final class CodeCell {
    private static final Pattern CODE_WITH_QUANTITY =
            Pattern.compile("([^*=]+)(?:\\*([0-9]{1,9}(?:\\.[0-9]{1,3})?))?(?:=([0-9]{1,12}(?:\\.[0-9]{1,4})?))?");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s;|,]+");
    private static final int MOST_CODES = 50;

    private CodeCell() {}

    static @Nullable List<Code> codes(@Nullable String cell) throws LineRules.Broken {
        if (cell == null) {
            return null;
        }
        List<Code> codes = new ArrayList<>();
        for (String part : SEPARATORS.split(cell)) {
            if (!part.isEmpty()) {
                Code code = code(part);
                if (codes.stream().noneMatch(known -> known.matchKey().equals(code.matchKey()))) {
                    codes.add(code);
                }
            }
        }
        if (codes.size() > MOST_CODES) {
            throw new LineRules.Broken("too-many-barcodes", "A product has at most " + MOST_CODES + " barcodes.");
        }
        return codes;
    }

    private static Code code(String part) throws LineRules.Broken {
        Matcher form = CODE_WITH_QUANTITY.matcher(part);
        if (!form.matches()) {
            throw new LineRules.Broken(
                    "barcode-not-readable",
                    "\"" + part + "\" is not a barcode, nor barcode*quantity, nor barcode*quantity=price.");
        }
        String code = form.group(1);
        BarcodeText.Fault fault = BarcodeText.fault(code);
        if (fault != null) {
            throw new LineRules.Broken(fault.code(), fault.reason());
        }
        BigDecimal quantity = form.group(2) == null ? BigDecimal.ONE : new BigDecimal(form.group(2));
        if (quantity.signum() == 0) {
            throw new LineRules.Broken(
                    "barcode-quantity", "One scan of " + code + " would sell nothing: the quantity is zero.");
        }
        BigDecimal price = form.group(3) == null ? null : new BigDecimal(form.group(3));
        return new Code(code, BarcodeText.matchKey(code), quantity, price);
    }

    static void checkPrices(List<Code> codes, String currency) throws LineRules.Broken {
        for (Code code : codes) {
            BigDecimal price = code.price();
            String fault = price == null ? null : CodePrice.fault(code.quantity(), new Money(price, currency));
            if (fault != null) {
                throw new LineRules.Broken("barcode-price", "Barcode " + code.code() + ": " + fault);
            }
        }
    }
}
