package io.tillstream.print.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.sun.net.httpserver.HttpExchange;
import io.tillstream.print.scale.Reading;
import io.tillstream.print.scale.Scale;
import io.tillstream.print.scale.ScaleState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What lies on the scales now: {@code GET /scales}, {@code GET /scales/NAME}. */
final class ScaleDesk {

    private final List<Scale> scales;

    ScaleDesk(List<Scale> scales) {
        this.scales = scales;
    }

    Answer serve(HttpExchange exchange, String[] steps) {
        String request = exchange.getRequestMethod() + " " + steps.length;
        return switch (request) {
            case "GET 2" ->
                Answer.json(
                        200, Map.of("items", scales.stream().map(ScaleView::of).toList()));
            case "GET 3" ->
                scales.stream()
                        .filter(scale -> scale.name().equals(steps[2]))
                        .findFirst()
                        .map(scale -> Answer.json(200, ScaleView.of(scale)))
                        .orElseGet(ScaleDesk::noSuchScale);
            default -> BridgeServer.unknown();
        };
    }

    private static Answer noSuchScale() {
        return Answer.problem(404, "no-such-scale", "No such scale", "GET /scales lists those of this bridge.");
    }

    /** A scale with its weight in kilograms as it shows it; without one unless the weight stands still. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"name", "state", "says", "kilograms"})
    record ScaleView(
            String name,
            ScaleState state,
            String says,
            @Nullable String kilograms) {
        static ScaleView of(Scale scale) {
            Reading reading = scale.read();
            String shown =
                    reading.kilograms() == null ? null : reading.kilograms().toPlainString();
            return new ScaleView(scale.name(), reading.state(), reading.state().words(), shown);
        }
    }
}
