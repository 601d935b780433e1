package io.tillstream.catalog.changeset;

import io.tillstream.catalog.price.PricesInBulk;
import io.tillstream.catalog.product.BulkTurn;
import io.tillstream.catalog.producthistory.Author;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a change set is taken back in one step; what somebody has changed since is named, not overwritten. */
@Service
class Reversal {
    private final ChangeSets sets;
    private final ChangeSetLines lines;
    private final PricesInBulk prices;
    private final PriceReversal priceReversal;
    private final FieldReversal fieldReversal;
    private final BulkTurn turn;

    Reversal(
            ChangeSets sets,
            ChangeSetLines lines,
            PricesInBulk prices,
            PriceReversal priceReversal,
            FieldReversal fieldReversal,
            BulkTurn turn) {
        this.sets = sets;
        this.lines = lines;
        this.prices = prices;
        this.priceReversal = priceReversal;
        this.fieldReversal = fieldReversal;
        this.turn = turn;
    }

    /** Sending it again changes nothing. */
    @Transactional
    public ChangeSet revert(UUID id, Caller caller) {
        ChangeSet set = sets.take(id).orElseThrow(() -> new NotFound("change set " + id));
        ChangeSetTerms.Edit edit = set.terms().edit();
        if (edit.kind().isPrice()) {
            prices.mayPrice(edit.place(), caller);
        }
        if (set.state() == ChangeSetState.REVERTED) {
            return set;
        }
        if (set.state() == ChangeSetState.DRAFT) {
            throw WrongState.notApplied();
        }
        if (!turn.take()) {
            throw new BulkAtWork();
        }
        List<ChangeSetLines.Kept> kept = lines.of(id);
        prices.takeTurns(kept.stream().map(ChangeSetLines.Kept::productId).toList());
        Outcomes outcomes = edit.kind().isPrice()
                ? priceReversal.revert(set, kept, caller.subject())
                : fieldReversal.revert(set, kept, Author.reverting(id, caller));
        outcomes.byState().forEach((state, some) -> lines.turn(id, some, state));
        sets.turn(id, ChangeSetState.REVERTED, null, caller.subject(), caller.name());
        return sets.find(id).orElseThrow();
    }

    /** What became of each line. */
    record Outcomes(List<Decided> lines) {
        Map<ChangeSetLine.State, List<ChangeSetLines.Kept>> byState() {
            return lines.stream()
                    .collect(Collectors.groupingBy(
                            Decided::state, Collectors.mapping(Decided::line, Collectors.toList())));
        }
    }

    /** What becomes of one line. */
    record Decided(ChangeSetLines.Kept line, ChangeSetLine.State state) {}
}
