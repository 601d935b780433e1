package io.tillstream.order.salereview;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares stored sales with everything else the service knows and writes down what does not fit. It runs after the sale was
 * answered, on whole batches, because nothing it finds may hold up a till. Sales with an external reference were priced by another
 * system: their products, prices and taxes are not compared. Sales that name a version of the price book are priced again with it.
 */
@Component
public class SaleReview {

    private static final String WRITE_DOWN = """
            with reviewed as (
                select * from sale where id = any(?)),
            reviewed_line as (
                select l.*, s.store_id, s.currency, s.occurred_at, s.business_date,
                       s.external_reference is null and l.quantity > 0
                           and s.pricing -> 'priceBookVersion' is null as priced_by_us
                from reviewed s join sale_line l on l.sale_id = s.id
                where s.external_reference is null or l.return_of_sale_id is not null),
            reviewed_refund as (
                select t.*, s.store_id
                from reviewed s join tender t on t.sale_id = s.id
                where s.document_type <> 'SALE' and t.refund_of_sale_id is not null)
            insert into sale_anomaly (sale_id, line_no, kind, detail)
            %s
            on conflict on constraint sale_anomaly_pk do nothing
            """.formatted(Arrays.stream(AnomalyKind.values())
            .flatMap(kind -> kind.question().stream()
                    .map(question ->
                            "select odd.id, odd.line_no, '%s', odd.detail from (%s) as odd (id, line_no, detail)"
                                    .formatted(kind, question)))
            .collect(Collectors.joining("\nunion all\n")));

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    SaleReview(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    void review(Collection<UUID> sales) {
        jdbc.sql(WRITE_DOWN).param(sales.toArray(UUID[]::new)).update();
        events.publishEvent(new SalesReviewed(sales));
    }

    /** What was found about a sale so far, by line. */
    public List<Anomaly> anomaliesOf(UUID sale) {
        return jdbc.sql("select kind, line_no, detail from sale_anomaly where sale_id = ? order by line_no, kind")
                .param(sale)
                .query((row, number) -> new Anomaly(
                        AnomalyKind.valueOf(row.getString("kind")), row.getInt("line_no"), row.getString("detail")))
                .list();
    }
}
