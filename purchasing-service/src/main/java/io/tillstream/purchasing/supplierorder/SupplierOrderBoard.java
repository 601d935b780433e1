package io.tillstream.purchasing.supplierorder;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import io.tillstream.purchasing.letter.Letter;
import io.tillstream.purchasing.letter.PdfPress;
import io.tillstream.purchasing.supplier.SupplierDesk;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What went out, what waits, what needs attention: newest first. */
@Service
@Transactional(readOnly = true)
class SupplierOrderBoard {

    private final SupplierOrders orders;
    private final SupplierDesk suppliers;
    private final SentPapers papers;
    private final LetterWriter letters;
    private final PdfPress press;

    SupplierOrderBoard(
            SupplierOrders orders, SupplierDesk suppliers, SentPapers papers, LetterWriter letters, PdfPress press) {
        this.orders = orders;
        this.suppliers = suppliers;
        this.papers = papers;
        this.letters = letters;
        this.press = press;
    }

    SupplierOrderView one(UUID id, Caller caller) {
        return SupplierOrderView.of(seen(id, caller));
    }

    /** The document that was sent; before that, as it would be sent now. */
    Paper paper(UUID id, Caller caller) {
        SupplierOrder order = seen(id, caller);
        byte[] pdf = papers.of(id).orElseGet(() -> {
            Letter draft = suppliers
                    .find(order.supplierId())
                    .map(supplier -> letters.write(order, supplier))
                    .orElseThrow(() -> new NotFound("document of supplier order " + id));
            return press.print(draft);
        });
        return new Paper(order.number(), pdf);
    }

    Page<SupplierOrderView> list(
            @Nullable UUID supplierId,
            @Nullable SupplierOrderState state,
            @Nullable String cursor,
            int limit,
            Caller caller) {
        UUID last = Cursor.decode(cursor, 1, key -> UUID.fromString(key.getFirst()));
        List<SupplierOrderView> found = orders.findBy(
                (order, all, build) -> {
                    List<Predicate> wanted = new ArrayList<>();
                    wanted.add(Sight.of(caller).where(order, build));
                    if (supplierId != null) {
                        wanted.add(build.equal(order.get("supplierId"), supplierId));
                    }
                    if (state != null) {
                        wanted.add(build.equal(order.get("state"), state));
                    }
                    if (last != null) {
                        wanted.add(build.lessThan(order.get("id"), last));
                    }
                    return build.and(wanted.toArray(Predicate[]::new));
                },
                rows -> rows.sortBy(Sort.by(Sort.Direction.DESC, "id")).limit(limit + 1).all().stream()
                        .map(SupplierOrderView::of)
                        .toList());
        return Page.of(found, limit, end -> Cursor.encode(end.id()));
    }

    private SupplierOrder seen(UUID id, Caller caller) {
        return orders.findById(id)
                .filter(order -> Sight.of(caller).covers(order))
                .orElseThrow(() -> new NotFound("supplier order " + id));
    }

    /** A document and the number it is filed under. */
    record Paper(String number, byte[] pdf) {}
}
