package io.tillstream.print;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the bridge is told when it is started.
 *
 * @param console where the console is served from: the only page that may print
 * @param spool the folder in which jobs wait
 */
record Settings(
        String address, int port, URI console, List<PrinterSetting> printers, List<ScaleSetting> scales, Path spool) {

    static Settings from(Map<String, String> environment) {
        return new Settings(
                environment.getOrDefault("SERVER_ADDRESS", "127.0.0.1"),
                Integer.parseInt(environment.getOrDefault("SERVER_PORT", "8227")),
                URI.create(environment.getOrDefault("PUBLIC_URL", "http://localhost:8080")),
                each(environment, "PRINTERS", PrinterSetting::of),
                each(environment, "SCALES", ScaleSetting::of),
                Path.of(environment.getOrDefault("PRINT_SPOOL", "print-spool")));
    }

    private static <T> List<T> each(Map<String, String> environment, String name, Function<String, T> read) {
        return Arrays.stream(environment.getOrDefault(name, "").split(","))
                .filter(text -> !text.isBlank())
                .map(text -> read.apply(text.strip()))
                .toList();
    }

    /** A printer's name, how it is reached, and how wide its paper is. */
    record PrinterSetting(String name, String kind, String place, int paperMm) {

        private static final Pattern SYNTAX = Pattern.compile(
                "(?<name>[a-z0-9][a-z0-9-]{0,39})=(?<kind>tcp|device|paper)(?::(?<place>[^@]+))?@(?<width>58|80)");

        /** Reads {@code name=kind:place@width}: {@code counter=tcp:10.0.0.7:9100@80}, {@code lp=device:/dev/usb/lp0@58}, {@code demo=paper@80}. */
        static PrinterSetting of(String text) {
            Matcher parts = SYNTAX.matcher(text);
            boolean wellFormed = parts.matches()
                    && (parts.group("place") == null) == parts.group("kind").equals("paper");
            if (!wellFormed) {
                throw new IllegalArgumentException(
                        "PRINTERS has '" + text
                                + "': write name=tcp:HOST:PORT@80, name=device:/dev/usb/lp0@58 or name=paper@80, commas between.");
            }
            String place = parts.group("place");
            return new PrinterSetting(
                    parts.group("name"),
                    parts.group("kind"),
                    place == null ? "" : place,
                    Integer.parseInt(parts.group("width")));
        }
    }

    /** A scale's name and how it is reached. */
    record ScaleSetting(String name, String kind, String place) {

        private static final Pattern SYNTAX = Pattern.compile(
                "(?<name>[a-z0-9][a-z0-9-]{0,39})=(?:(?<kind>serial|pan)|(?<tcp>tcp)(?=:[^:]+:\\d{1,5}$))(?::(?<place>.+))?");

        /** Reads {@code name=kind:place}: {@code counter=serial:/dev/ttyUSB0}, {@code deli=tcp:10.0.0.8:4001}, {@code demo=pan}. */
        static ScaleSetting of(String text) {
            Matcher parts = SYNTAX.matcher(text);
            boolean wellFormed = parts.matches() && (parts.group("place") == null) == "pan".equals(parts.group("kind"));
            if (!wellFormed) {
                throw new IllegalArgumentException("SCALES has '" + text
                        + "': write name=serial:/dev/ttyUSB0, name=tcp:HOST:PORT or name=pan, commas between.");
            }
            String place = parts.group("place");
            String kind = parts.group("kind");
            return new ScaleSetting(parts.group("name"), kind == null ? "tcp" : kind, place == null ? "" : place);
        }
    }
}
