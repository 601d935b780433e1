package io.tillstream.billing.customerinvoice;

import io.tillstream.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An invoice in the words and figures that its page shows; what the template fills in. */
record InvoicePage(
        String number,
        String issueDate,
        String supplyDate,
        String receipt,
        String currency,
        PartyBlock seller,
        PartyBlock billTo,
        boolean discounted,
        List<LineRow> lines,
        List<TaxRow> taxes,
        boolean untaxed,
        List<SumRow> sums,
        String total,
        List<SumRow> settlement,
        String dueLabel,
        String due) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}|\\p{Cs}|\\p{Co}|\\p{Cn}");

    record PartyBlock(
            String name,
            String street,
            String city,
            String country,
            @Nullable String taxNumber) {}

    record LineRow(
            int no,
            String name,
            @Nullable String sku,
            String quantity,
            String unitPrice,
            String discount,
            String rate,
            String amount) {}

    record TaxRow(String rate, String net, String tax, String gross) {}

    record SumRow(String label, String amount) {}

    static InvoicePage of(CustomerInvoice invoice) {
        String currency = invoice.currency();
        boolean discounted =
                invoice.lines().stream().anyMatch(line -> line.discount().signum() != 0);
        return new InvoicePage(
                invoice.number(),
                DATE.format(invoice.issueDate()),
                DATE.format(invoice.supplyDate()),
                printable(invoice.receipt()),
                currency,
                block(
                        invoice.seller().name(),
                        invoice.seller().address(),
                        invoice.seller().taxNumber()),
                block(
                        invoice.billTo().name(),
                        invoice.billTo().address(),
                        invoice.billTo().taxId()),
                discounted,
                invoice.lines().stream().map(line -> line(line, currency)).toList(),
                invoice.taxes().stream().map(group -> tax(group, currency)).toList(),
                invoice.taxes().stream().anyMatch(group -> group.rate().signum() == 0),
                sums(invoice),
                amount(invoice.total(), currency),
                settlement(invoice),
                invoice.due().signum() == 0 ? "Amount due (paid in full)" : "Amount due",
                amount(invoice.due(), currency));
    }

    private static PartyBlock block(String name, PostalAddress address, @Nullable String taxNumber) {
        return new PartyBlock(
                printable(name),
                printable(address.street()),
                printable((address.postalCode() + " " + address.city()).trim()),
                Locale.of("", address.country()).getDisplayCountry(Locale.ENGLISH),
                taxNumber == null ? null : printable(taxNumber));
    }

    private static LineRow line(CustomerInvoice.Line line, String currency) {
        return new LineRow(
                line.lineNo(),
                printable(line.name().isBlank() ? line.sku() : line.name()),
                line.name().isBlank() ? null : printable(line.sku()),
                plain(line.quantity()),
                amount(line.unitPrice(), currency),
                line.discount().signum() == 0 ? "" : amount(line.discount().negate(), currency),
                plain(line.taxRate()) + " %",
                amount(line.amount(), currency));
    }

    private static TaxRow tax(CustomerInvoice.TaxGroup group, String currency) {
        return new TaxRow(
                plain(group.rate()) + " %",
                amount(group.net(), currency),
                amount(group.tax(), currency),
                amount(group.gross(), currency));
    }

    private static List<SumRow> sums(CustomerInvoice invoice) {
        List<SumRow> sums = new ArrayList<>();
        sums.add(new SumRow("Net amount", amount(invoice.net(), invoice.currency())));
        for (CustomerInvoice.TaxGroup group : invoice.taxes()) {
            sums.add(new SumRow(
                    "Tax " + plain(group.rate()) + " % on " + amount(group.net(), invoice.currency()),
                    amount(group.tax(), invoice.currency())));
        }
        return sums;
    }

    private static List<SumRow> settlement(CustomerInvoice invoice) {
        List<SumRow> rows = new ArrayList<>();
        if (invoice.cashRounding().signum() != 0) {
            rows.add(new SumRow("Cash rounding", amount(invoice.cashRounding(), invoice.currency())));
        }
        if (invoice.paidBefore() != null) {
            rows.add(new SumRow("Deposit paid before", amount(invoice.paidBefore(), invoice.currency())));
        }
        for (CustomerInvoice.Tender tender : invoice.tenders()) {
            rows.add(new SumRow(tenderName(tender.type()), amount(tender.amount(), invoice.currency())));
        }
        if (invoice.change().signum() != 0) {
            rows.add(new SumRow("Change given", amount(invoice.change().negate(), invoice.currency())));
        }
        if (invoice.tip() != null) {
            rows.add(new SumRow(
                    "Tip, no part of this invoice", amount(invoice.tip().negate(), invoice.currency())));
        }
        return rows;
    }

    private static String tenderName(String type) {
        return switch (type) {
            case "CASH" -> "Paid in cash";
            case "CARD" -> "Paid by card";
            case "BANK_TRANSFER" -> "Paid by bank transfer";
            case "GIFT_CARD" -> "Paid with gift card";
            case "STORE_CREDIT" -> "Paid with store credit";
            case "VOUCHER" -> "Paid with voucher";
            case "ACCOUNT" -> "On account";
            default -> "Paid otherwise";
        };
    }

    /** At least the currency's own decimals, more only where a unit price has them. */
    private static String amount(BigDecimal amount, String currency) {
        int decimals =
                Math.max(Money.decimalsOf(currency), amount.stripTrailingZeros().scale());
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        return format.format(amount).replace('-', '\u2212');
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped)
                .toPlainString()
                .replace('-', '\u2212');
    }

    /** Names come from tills and from typing: what has no glyph anywhere becomes a space. */
    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }
}
