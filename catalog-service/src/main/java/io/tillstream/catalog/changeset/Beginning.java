package io.tillstream.catalog.changeset;

import io.tillstream.catalog.producthistory.Author;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens when the moment of a scheduled set has come: its prices begin by themselves, fields are changed now. */
@Service
class Beginning {
    private final ChangeSets sets;
    private final ChangeSetLines lines;
    private final LockedForecast forecast;
    private final FieldEdits fields;
    private final Premises premises;

    Beginning(ChangeSets sets, ChangeSetLines lines, LockedForecast forecast, FieldEdits fields, Premises premises) {
        this.sets = sets;
        this.lines = lines;
        this.forecast = forecast;
        this.fields = fields;
        this.premises = premises;
    }

    List<UUID> due() {
        return sets.due();
    }

    /** Nothing is half done: a set with a line that fails by now is a draft again and says why. */
    @Transactional
    public void begin(UUID id) {
        ChangeSet set = sets.take(id).orElseThrow();
        if (set.state() != ChangeSetState.SCHEDULED) {
            return;
        }
        ChangeSetTerms.Edit edit = set.terms().edit();
        ChangeSet.Step scheduled = set.history().getLast();
        if (!edit.kind().isPrice()) {
            List<UUID> products =
                    lines.of(id).stream().map(ChangeSetLines.Kept::productId).toList();
            List<ForecastLine> found = forecast.of(set.terms().about(products), premises.now());
            List<ForecastLine> failing =
                    found.stream().filter(ForecastLine::fails).toList();
            if (!failing.isEmpty()) {
                putBack(set, new LinesFail(failing).problem());
                return;
            }
            List<ForecastLine> changing =
                    found.stream().filter(ForecastLine::changes).toList();
            lines.replace(id, changing);
            fields.setAll(edit.kind(), changing, Author.applying(id, scheduled.by(), scheduled.byName()));
        }
        sets.turn(id, ChangeSetState.APPLIED, null, scheduled.by(), scheduled.byName());
    }

    @Transactional
    public void putBack(UUID id, String problem) {
        putBack(sets.take(id).orElseThrow(), problem);
    }

    private void putBack(ChangeSet set, String problem) {
        ChangeSet.Step scheduled = set.history().getLast();
        lines.forget(set.id());
        sets.putBack(set.id(), problem, scheduled.by(), scheduled.byName());
    }
}
