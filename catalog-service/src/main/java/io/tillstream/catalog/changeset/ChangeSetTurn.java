package io.tillstream.catalog.changeset;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Begins scheduled change sets when their moment comes. */
@Component
class ChangeSetTurn {
    private final Application application;

    ChangeSetTurn(Application application) {
        this.application = application;
    }

    @Scheduled(fixedDelay = 5_000)
    void turn() {
        application.turnDue();
    }
}
