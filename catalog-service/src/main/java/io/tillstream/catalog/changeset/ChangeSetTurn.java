package io.tillstream.catalog.changeset;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Begins scheduled change sets when their moment comes, each by itself: none holds up the others. */
@Component
class ChangeSetTurn {
    private static final Logger log = LoggerFactory.getLogger(ChangeSetTurn.class);

    private final Beginning beginning;

    ChangeSetTurn(Beginning beginning) {
        this.beginning = beginning;
    }

    @Scheduled(fixedDelay = 5_000)
    void turn() {
        beginning.due().forEach(this::begin);
    }

    private void begin(UUID id) {
        try {
            beginning.begin(id);
        } catch (BulkAtWork busy) {
            log.info("Change set {} waits for an import or another set", id);
        } catch (DataIntegrityViolationException raced) {
            beginning.putBack(id, "Somebody took a barcode of these products in the same moment.");
        }
    }
}
