package io.tillstream.order.shoptask;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Put;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TaskController {

    private static final int MOST = 200;

    private final TaskBoard board;

    TaskController(TaskBoard board) {
        this.board = board;
    }

    /** What is to be looked after in a store, at most 200, newest first. */
    @GetMapping("/api/tasks")
    Page<ShopTask> open(@RequestParam String storeId, Caller caller) {
        mustSee(storeId, caller);
        return new Page<>(board.open(storeId, MOST), null);
    }

    /** What was done lately, at most 200, newest first. */
    @GetMapping("/api/tasks/done")
    Page<FinishedTask> done(@RequestParam String storeId, Caller caller) {
        mustSee(storeId, caller);
        return new Page<>(board.done(storeId, MOST), null);
    }

    @PutMapping("/api/tasks/done/{id}")
    ResponseEntity<FinishedTask> finish(@PathVariable UUID id, @Valid @RequestBody FinishTask task, Caller caller) {
        caller.mustServe(task.storeId());
        TaskBoard.Finishing finishing = board.finish(id, task, caller);
        return finishing.first() ? Put.created(finishing.task()) : Put.seenBefore(finishing.task());
    }

    private static void mustSee(String storeId, Caller caller) {
        if (!caller.mayServe(storeId)) {
            throw new NotFound("store " + storeId);
        }
    }
}
