package io.tillstream.print.web;

import com.sun.net.httpserver.HttpExchange;
import io.tillstream.print.paper.Paper;
import io.tillstream.print.paper.PaperPrinter;
import io.tillstream.print.printer.PrinterState;
import io.tillstream.print.queue.PrintQueue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Shows what printers of paper printed: pages at {@code /paper/NAME}, the newest receipt at
 * {@code latest.png} and {@code latest.txt} below it, older ones at {@code 1.png} and on, all that can be counted at
 * {@code state}. {@code POST state} with {@code state=OUT_OF_PAPER} makes trouble.
 */
final class PaperDesk {

    private final Map<String, PaperPrinter> printers = new LinkedHashMap<>();

    PaperDesk(List<PrintQueue> queues) {
        for (PrintQueue queue : queues) {
            if (queue.printer() instanceof PaperPrinter paper) {
                printers.put(queue.name(), paper);
            }
        }
    }

    String links() {
        StringBuilder links = new StringBuilder("<h1>Paper printers</h1>");
        printers.keySet().forEach(name -> links.append("<p><a href=\"/paper/%s\">%s</a>".formatted(name, name)));
        return links.toString();
    }

    Answer serve(HttpExchange exchange, String[] steps) throws IOException {
        PaperPrinter printer = steps.length > 2 ? printers.get(steps[2]) : null;
        if (printer == null) {
            return BridgeServer.unknown();
        }
        String what = steps.length > 3 ? steps[3] : "";
        String request = exchange.getRequestMethod() + " " + what;
        if (request.equals("GET ")) {
            return page(steps[2], printer);
        } else if (request.equals("GET state")) {
            return state(printer);
        } else if (request.equals("POST state")) {
            return become(exchange, printer);
        }
        return request.startsWith("GET ") ? receipt(what, printer.papers()) : BridgeServer.unknown();
    }

    private static Answer receipt(String name, List<Paper> papers) {
        String number = name.replaceFirst("^latest\\.", "0.").replaceFirst("\\.(png|txt)$", "");
        Optional<Paper> paper = number.matches("\\d{1,2}") && Integer.parseInt(number) < papers.size()
                ? Optional.of(papers.get(Integer.parseInt(number)))
                : Optional.empty();
        return paper.map(found -> name.endsWith(".png")
                        ? Answer.png(found.png())
                        : Answer.text(String.join("\n", found.text()) + "\n"))
                .orElseGet(BridgeServer::unknown);
    }

    private static Answer state(PaperPrinter printer) {
        List<Paper> papers = printer.papers();
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("state", printer.state());
        state.put("receipts", printer.cut());
        state.put("drawerOpenings", printer.kicks());
        state.put("unknown", papers.isEmpty() ? List.of() : papers.getFirst().unknown());
        return Answer.json(200, state);
    }

    private static Answer become(HttpExchange exchange, PaperPrinter printer) throws IOException {
        String body = new String(exchange.getRequestBody().readNBytes(100), StandardCharsets.UTF_8);
        printer.become(PrinterState.valueOf(body.replaceFirst("^state=", "").strip()));
        return state(printer);
    }

    private static Answer page(String name, PaperPrinter printer) {
        StringBuilder page = new StringBuilder("<h1>%s</h1><p>%s Receipts: %d, drawer opened: %d.<p>"
                .formatted(name, printer.state().words(), printer.cut(), printer.kicks()));
        for (PrinterState state : PrinterState.values()) {
            page.append(
                    "<form method=\"post\" action=\"/paper/%s/state\"><button name=\"state\" value=\"%s\">%s</button></form> "
                            .formatted(
                                    name,
                                    state,
                                    state.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        }
        List<Paper> papers = printer.papers();
        for (int at = 0; at < papers.size(); at++) {
            page.append("<img src=\"/paper/%s/%d.png\" alt=\"receipt\">".formatted(name, at));
            if (!papers.get(at).unknown().isEmpty()) {
                page.append("<p>Not understood: ")
                        .append(String.join(", ", papers.get(at).unknown()));
            }
        }
        return SimulatorPage.with(page);
    }
}
