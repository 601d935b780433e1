package io.tillstream.print.web;

import com.sun.net.httpserver.HttpExchange;
import io.tillstream.print.scale.Pan;
import io.tillstream.print.scale.Scale;
import io.tillstream.print.scale.ScaleState;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pans of scales that are only a page, at {@code /pan/NAME}. {@code POST /pan/NAME/state} with
 * {@code kilograms=0.482&state=STABLE} puts a weight on one, or makes trouble.
 */
final class PanDesk {

    private static final Pattern FORM = Pattern.compile("kilograms=(-?\\d{0,4}(?:\\.\\d{0,6})?)&state=([A-Z_]{1,20})");

    private final Map<String, Scale> scales = new LinkedHashMap<>();

    PanDesk(List<Scale> scales) {
        for (Scale scale : scales) {
            if (scale.wire() instanceof Pan) {
                this.scales.put(scale.name(), scale);
            }
        }
    }

    String links() {
        StringBuilder links = new StringBuilder("<h1>Scales</h1>");
        scales.keySet().forEach(name -> links.append("<p><a href=\"/pan/%s\">%s</a>".formatted(name, name)));
        return scales.isEmpty() ? "" : links.toString();
    }

    Answer serve(HttpExchange exchange, String[] steps) throws IOException {
        Scale scale = steps.length > 2 ? scales.get(steps[2]) : null;
        if (scale == null || !(scale.wire() instanceof Pan pan)) {
            return BridgeServer.unknown();
        }
        String request = exchange.getRequestMethod() + " " + (steps.length > 3 ? steps[3] : "");
        return switch (request) {
            case "GET " -> page(scale, pan);
            case "POST state" -> {
                put(exchange, pan);
                yield page(scale, pan);
            }
            default -> BridgeServer.unknown();
        };
    }

    private static void put(HttpExchange exchange, Pan pan) throws IOException {
        String body = new String(exchange.getRequestBody().readNBytes(100), StandardCharsets.UTF_8).strip();
        Matcher form = FORM.matcher(body);
        if (!form.matches()) {
            throw new IllegalArgumentException("Say it as kilograms=0.482&state=STABLE.");
        }
        String kilograms = form.group(1);
        pan.put(
                kilograms.matches(".*\\d.*") ? new BigDecimal(kilograms) : BigDecimal.ZERO,
                ScaleState.valueOf(form.group(2)));
    }

    private static Answer page(Scale scale, Pan pan) {
        StringBuilder page = new StringBuilder("""
                <h1>%s</h1><p>On the pan: %s kg. %s
                <form method="post" action="/pan/%s/state"><p><label>Put on, in kg (at most %s):
                <input name="kilograms" type="number" step="0.001" value="%s" autofocus></label><p>
                """.formatted(
                        scale.name(),
                        pan.kilograms(),
                        scale.read().state().words(),
                        scale.name(),
                        Pan.CAPACITY,
                        pan.kilograms()));
        for (ScaleState state : ScaleState.values()) {
            if (state != ScaleState.NOT_UNDERSTOOD) {
                page.append("<button name=\"state\" value=\"%s\">%s</button> "
                        .formatted(state, state.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
            }
        }
        return SimulatorPage.with(page.append("</form>"));
    }
}
