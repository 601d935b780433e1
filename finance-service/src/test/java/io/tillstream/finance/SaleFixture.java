package io.tillstream.finance;

import io.tillstream.platform.id.UuidV7;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A completed sale as order-service tells it: {@code aSale().taxed("STANDARD", "19.00", "8.39", "1.60").paid("CARD", "9.99")}. */
public final class SaleFixture {
    private final UUID id = UuidV7.next();
    private String storeId = "berlin";
    private String businessDate = "2026-11-22";
    private String currency = "EUR";
    private String cashRounding = "0.00";
    private String change = "0.00";
    private String tip = "";
    private String deposit = "";
    private BigDecimal total = BigDecimal.ZERO;
    private final List<String> taxes = new ArrayList<>();
    private final List<String> tenders = new ArrayList<>();

    private SaleFixture() {}

    public static SaleFixture aSale() {
        return new SaleFixture();
    }

    public SaleFixture in(String store) {
        this.storeId = store;
        return this;
    }

    public SaleFixture on(String date) {
        this.businessDate = date;
        return this;
    }

    public SaleFixture currency(String code) {
        this.currency = code;
        return this;
    }

    public SaleFixture taxed(String category, String rate, String net, String tax) {
        BigDecimal gross = new BigDecimal(net).add(new BigDecimal(tax));
        total = total.add(gross);
        taxes.add("{\"category\":\"%s\",\"rate\":\"%s\",\"net\":\"%s\",\"tax\":\"%s\",\"gross\":\"%s\"}"
                .formatted(category, rate, net, tax, gross));
        return this;
    }

    /** Taxed twice: 5 % GST and 9.975 % QST. */
    public SaleFixture taxedInQuebec(String net, String gst, String qst) {
        BigDecimal tax = new BigDecimal(gst).add(new BigDecimal(qst));
        BigDecimal gross = new BigDecimal(net).add(tax);
        total = total.add(gross);
        taxes.add("""
                {"category":"STANDARD","rate":"14.975","net":"%s","tax":"%s","gross":"%s","taxParts":[
                 {"component":"GST","rate":"5","tax":"%s"},{"component":"QST","rate":"9.975","tax":"%s"}]}""".formatted(net, tax, gross, gst, qst));
        return this;
    }

    public SaleFixture paid(String type, String amount) {
        tenders.add("{\"tenderNo\":%d,\"type\":\"%s\",\"amount\":\"%s\",\"paymentId\":null}"
                .formatted(tenders.size() + 1, type, amount));
        return this;
    }

    public SaleFixture paidIn(String currency, String foreign, String rate, String amount) {
        tenders.add(
                "{\"tenderNo\":%d,\"type\":\"CASH\",\"amount\":\"%s\",\"paymentId\":null,\"foreign\":{\"currency\":\"%s\",\"amount\":\"%s\",\"rate\":\"%s\"}}"
                        .formatted(tenders.size() + 1, amount, currency, foreign, rate));
        return this;
    }

    public SaleFixture change(String amount) {
        this.change = amount;
        return this;
    }

    public SaleFixture tipping(String amount) {
        this.tip = ",\"tip\":{\"amount\":\"%s\",\"recipient\":{\"id\":\"anna\",\"name\":\"Anna\"}}".formatted(amount);
        return this;
    }

    /** More than zero where it is taken, less where it pays or goes back. */
    public SaleFixture deposit(String kind, String amount) {
        this.deposit =
                ",\"deposit\":{\"layawayId\":\"%s\",\"kind\":\"%s\",\"amount\":\"%s\"}".formatted(id, kind, amount);
        return this;
    }

    public SaleFixture rounded(String cashRounding) {
        this.cashRounding = cashRounding;
        return this;
    }

    public UUID id() {
        return id;
    }

    public byte[] json() {
        return """
                {"id":"%s","documentType":"SALE","storeId":"%s","tillId":"%s-1","tillSessionId":null,"receiptNumber":17,
                 "occurredAt":"%sT10:15:00Z","recordedAt":"%sT10:15:01Z","businessDate":"%s","currency":"%s",
                 "customerId":null,"externalReference":null,"cashier":"anna","lines":[],"taxes":[%s],
                 "total":"%s","cashRounding":"%s","tenders":[%s],"change":"%s"%s%s}""".formatted(
                        id,
                        storeId,
                        storeId,
                        businessDate,
                        businessDate,
                        businessDate,
                        currency,
                        String.join(",", taxes),
                        total,
                        cashRounding,
                        String.join(",", tenders),
                        change,
                        tip,
                        deposit)
                .getBytes(StandardCharsets.UTF_8);
    }
}
