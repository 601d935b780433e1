package io.tillstream.catalog.changeset;

import io.tillstream.catalog.producthistory.Author;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives products back the value that a field had before. */
@Component
class FieldReversal {
    private final Goods goods;
    private final FieldEdits fields;
    private final ReturningProducts returning;

    FieldReversal(Goods goods, FieldEdits fields, ReturningProducts returning) {
        this.goods = goods;
        this.fields = fields;
        this.returning = returning;
    }

    Reversal.Outcomes revert(ChangeSet set, List<ChangeSetLines.Kept> kept, Author author) {
        if (set.state() == ChangeSetState.SCHEDULED) {
            return new Reversal.Outcomes(kept.stream()
                    .map(line -> new Reversal.Decided(line, ChangeSetLine.State.SET_BACK))
                    .toList());
        }
        List<UUID> ids = kept.stream().map(ChangeSetLines.Kept::productId).toList();
        Map<UUID, Goods.Found> found = goods.of(set.terms().about(ids)).stream()
                .collect(Collectors.toMap(Goods.Found::id, Function.identity()));
        Map<UUID, List<ForecastLine.Remark>> obstacles = returning.obstacles(kept.stream()
                .filter(line -> Objects.equals(line.valueBefore(), "ACTIVE"))
                .map(ChangeSetLines.Kept::productId)
                .toList());
        List<Reversal.Decided> decided = new ArrayList<>(kept.size());
        Map<UUID, @Nullable String> values = new HashMap<>();
        for (ChangeSetLines.Kept line : kept) {
            Goods.Found product = Objects.requireNonNull(found.get(line.productId()), "products are never deleted");
            boolean changedSince =
                    !Objects.equals(FieldForecast.before(product, set.terms().edit()), line.valueAfter());
            ChangeSetLine.State state = changedSince
                    ? ChangeSetLine.State.CHANGED_SINCE
                    : obstacles.containsKey(product.id()) ? ChangeSetLine.State.REFUSED : ChangeSetLine.State.SET_BACK;
            decided.add(new Reversal.Decided(line, state));
            if (state == ChangeSetLine.State.SET_BACK) {
                values.put(line.productId(), line.valueBefore());
            }
        }
        fields.set(set.terms().edit().kind(), values, author);
        return new Reversal.Outcomes(decided);
    }
}
