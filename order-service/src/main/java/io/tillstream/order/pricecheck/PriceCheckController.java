package io.tillstream.order.pricecheck;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PriceCheckController {

    private final SalesToCheck sales;
    private final PriceCheck check;
    private final PriceCheckBook book;
    private final PriceSentences sentences;

    PriceCheckController(SalesToCheck sales, PriceCheck check, PriceCheckBook book, PriceSentences sentences) {
        this.sales = sales;
        this.check = check;
        this.book = book;
        this.sentences = sentences;
    }

    /**
     * What the till charged and what the price book says, with the reasons of both, in the caller's language. A sale that names no
     * version of the price book, or whose store is not registered, has none.
     */
    @GetMapping("/api/sales/{id}/price-check")
    PriceCheckView priceCheck(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        List<PricedSale> found = sales.among(List.of(id)).stream()
                .filter(sale ->
                        sale.store() != null && caller.mayServe(sale.store().id()))
                .toList();
        return check.compare(found).stream()
                .findFirst()
                .map(comparison -> PriceCheckView.of(
                        comparison, book.of(id), sentences.in(Collections.list(request.getLocales()))))
                .orElseThrow(() -> new NotFound("price check of sale " + id));
    }
}
