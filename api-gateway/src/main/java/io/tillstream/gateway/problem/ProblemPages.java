package io.tillstream.gateway.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** {@code /problems/<type>}: what the type of a problem leads to, the row of docs/problems.md that explains it. */
@RestController
class ProblemPages {
    private static final Pattern ROW =
            Pattern.compile("^\\| (`[a-z` -]+`) \\| ([0-9, ]+) \\| (.+?) \\| (.+?) \\|$", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile("`([a-z-]+)`");
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%1$s</title>
                <style>body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }</style>
            </head>
            <body>
                <h1>%1$s</h1>
                <p>Status %2$s</p>
                <h2>What it means</h2>
                <p>%3$s</p>
                <h2>What to do</h2>
                <p>%4$s</p>
            </body>
            </html>
            """;

    private final Map<String, String> pages = new HashMap<>();

    ProblemPages() throws IOException {
        String rows = new ClassPathResource("problems/problems.md").getContentAsString(StandardCharsets.UTF_8);
        ROW.matcher(rows)
                .results()
                .forEach(row -> TYPE.matcher(row.group(1))
                        .results()
                        .map(type -> type.group(1))
                        .forEach(type -> pages.put(type, page(type, row))));
    }

    @GetMapping("/problems/{type}")
    ResponseEntity<String> explain(@PathVariable String type) {
        String page = pages.get(type);
        if (page == null) {
            throw Refusal.unknownPath();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .cacheControl(CacheControl.maxAge(KEPT))
                .body(page);
    }

    private static String page(String type, MatchResult row) {
        return PAGE.formatted(type, row.group(2), sentence(row.group(3)), sentence(row.group(4)));
    }

    private static String sentence(String cell) {
        return HtmlUtils.htmlEscape(Character.toUpperCase(cell.charAt(0)) + cell.substring(1) + ".")
                .replaceAll("`([^`]+)`", "<code>$1</code>");
    }
}
