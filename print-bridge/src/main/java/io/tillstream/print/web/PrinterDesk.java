package io.tillstream.print.web;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.sun.net.httpserver.HttpExchange;
import io.tillstream.print.printer.PrinterState;
import io.tillstream.print.queue.Job;
import io.tillstream.print.queue.JobState;
import io.tillstream.print.queue.PrintQueue;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Printers and their jobs: {@code GET /printers}, {@code PUT /jobs/ID?printer=NAME} with the document as body,
 * {@code GET /jobs/ID}, {@code PUT /printers/NAME/drawer-openings/ID}.
 */
final class PrinterDesk {

    private static final int LARGEST = 1 << 20;

    private final List<PrintQueue> queues;

    PrinterDesk(List<PrintQueue> queues) {
        this.queues = queues;
    }

    Answer serve(HttpExchange exchange, String[] steps) throws IOException {
        String request = exchange.getRequestMethod() + " " + steps[1] + " " + steps.length;
        return switch (request) {
            case "GET printers 2" ->
                Answer.json(
                        200,
                        Map.of("items", queues.stream().map(PrinterView::of).toList()));
            case "PUT printers 5" -> openDrawer(steps);
            case "PUT jobs 3" -> print(exchange, id(steps[2]));
            case "GET jobs 3" -> find(id(steps[2]));
            default -> BridgeServer.unknown();
        };
    }

    private Answer print(HttpExchange exchange, UUID id) throws IOException {
        Optional<PrintQueue> queue = queue(queryOf(exchange));
        if (queue.isEmpty()) {
            return noSuchPrinter();
        }
        byte[] document = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (document.length > LARGEST) {
            return Answer.problem(413, "too-large", "Too large", "A job has at most 1 MB.");
        }
        if (document.length == 0) {
            throw new IllegalArgumentException("A job has the document as its body.");
        }
        boolean fresh = queue.get().add(id, document);
        Job job = queue.get().find(id).orElseThrow();
        return Answer.json(fresh ? 201 : 200, JobView.of(job, queue.get()));
    }

    private Answer find(UUID id) throws IOException {
        for (PrintQueue queue : queues) {
            Optional<Job> job = queue.find(id);
            if (job.isPresent()) {
                return Answer.json(200, JobView.of(job.get(), queue));
            }
        }
        return BridgeServer.unknown();
    }

    private Answer openDrawer(String[] steps) throws IOException {
        Optional<PrintQueue> queue = queue(steps[2]);
        if (queue.isEmpty() || !steps[3].equals("drawer-openings")) {
            return queue.isEmpty() ? noSuchPrinter() : BridgeServer.unknown();
        }
        if (queue.get().openDrawer(id(steps[4]))) {
            return Answer.json(200, Map.of("id", steps[4], "printer", steps[2]));
        }
        return Answer.problem(
                503,
                "printer-gone",
                "The drawer stays shut",
                PrinterState.GONE.words() + " Open the drawer with its key.");
    }

    private Optional<PrintQueue> queue(String name) {
        return queues.stream().filter(queue -> queue.name().equals(name)).findFirst();
    }

    private static Answer noSuchPrinter() {
        return Answer.problem(404, "no-such-printer", "No such printer", "GET /printers lists those of this bridge.");
    }

    private static String queryOf(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return query != null && query.startsWith("printer=") ? query.substring("printer=".length()) : "";
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }

    /** A printer as {@code GET /printers} tells it. */
    @JsonPropertyOrder({"name", "paperMm", "state", "says", "waiting"})
    record PrinterView(String name, int paperMm, PrinterState state, String says, int waiting) {
        static PrinterView of(PrintQueue queue) {
            PrinterState state = queue.state();
            return new PrinterView(queue.name(), queue.paperMm(), state, state.words(), queue.waiting());
        }
    }

    /** A job with the state of the printer it is for. */
    @JsonPropertyOrder({"id", "printer", "state", "says", "printerState"})
    record JobView(UUID id, String printer, JobState state, String says, PrinterState printerState) {
        static JobView of(Job job, PrintQueue queue) {
            PrinterState printer = queue.state();
            boolean held = job.state() == JobState.WAITING && printer != PrinterState.READY;
            String says = held
                    ? printer.words() + " " + job.state().words()
                    : job.state().words();
            return new JobView(job.id(), job.printer(), job.state(), says, printer);
        }
    }
}
