package io.tillstream.order.layaway;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LayawayController {

    private static final int MOST = 200;

    private final Layaways layaways;

    LayawayController(Layaways layaways) {
        this.layaways = layaways;
    }

    /**
     * What a store owes a deposit for, the newest first, at most 200. With {@code q} those whose name holds it, or of which a
     * document has it as its receipt number, whatever became of them.
     */
    @GetMapping("/api/layaways")
    Page<Layaway> inStore(
            @RequestParam String storeId, @RequestParam(required = false) @Nullable String q, Caller caller) {
        caller.mustServe(storeId);
        return new Page<>(
                q == null || q.isBlank() ? layaways.open(storeId, MOST) : layaways.named(storeId, q.strip(), MOST),
                null);
    }

    @GetMapping("/api/layaways/{id}")
    Layaway find(@PathVariable UUID id, Caller caller) {
        return layaways.find(id).stream()
                .filter(layaway -> caller.mayServe(layaway.storeId()))
                .findFirst()
                .orElseThrow(() -> new NotFound("layaway " + id));
    }
}
