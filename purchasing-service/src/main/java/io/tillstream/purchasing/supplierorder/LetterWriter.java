package io.tillstream.purchasing.supplierorder;

import io.tillstream.platform.money.Money;
import io.tillstream.purchasing.letter.Letter;
import io.tillstream.purchasing.store.DeliveryPlace;
import io.tillstream.purchasing.store.DeliveryPlaces;
import io.tillstream.purchasing.supplier.Address;
import io.tillstream.purchasing.supplier.SupplierDetails;
import io.tillstream.purchasing.supplier.SupplierView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts an order into the words and figures that a supplier reads. */
@Component
class LetterWriter {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int FINEST_COST = 4;
    private static final int FINEST_QUANTITY = 3;

    private final DeliveryPlaces places;

    LetterWriter(DeliveryPlaces places) {
        this.places = places;
    }

    Letter write(SupplierOrder order, SupplierView supplier) {
        DeliveryPlace place = places.of(order.locationId());
        SupplierDetails to = supplier.details();
        LocalDate expected = order.expectedDate();
        int decimals = Money.decimalsOf(order.currency());
        return new Letter(
                order.id(),
                order.number(),
                DATE.format(order.placedAt().atZone(place.timeZone())),
                expected == null ? "as soon as you can" : DATE.format(expected),
                new Letter.Party(place.name(), place.addressLines()),
                new Letter.Party(to.name(), lines(to.address())),
                Objects.requireNonNullElse(to.email(), ""),
                place.taxNumber(),
                to.paymentTermDays() == 0 ? "at once" : to.paymentTermDays() + " days net",
                order.lines().stream()
                        .map(line -> new Letter.Line(
                                line.lineNo(),
                                line.sku(),
                                line.name(),
                                figure(line.quantity(), 0, FINEST_QUANTITY),
                                figure(line.unitCost(), decimals, FINEST_COST),
                                figure(line.amount(), decimals, decimals)))
                        .toList(),
                figure(order.total(), decimals, decimals),
                order.currency());
    }

    private static List<String> lines(@Nullable Address address) {
        return address == null
                ? List.of()
                : List.of(
                        address.street(),
                        address.postalCode() + " " + address.city(),
                        DeliveryPlace.countryName(address.country()));
    }

    private static String figure(BigDecimal value, int fewest, int most) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        format.setMinimumFractionDigits(fewest);
        format.setMaximumFractionDigits(Math.max(fewest, most));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
