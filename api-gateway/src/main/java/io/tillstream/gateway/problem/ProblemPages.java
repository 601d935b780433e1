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

    private final Map<String, String> pages = new HashMap<>();

    ProblemPages() throws IOException {
        String template = read("problems/page.html");
        ROW.matcher(read("problems/problems.md"))
                .results()
                .forEach(row -> TYPE.matcher(row.group(1))
                        .results()
                        .map(type -> type.group(1))
                        .forEach(type -> pages.put(type, page(template, type, row))));
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

    private static String page(String template, String type, MatchResult row) {
        return template.replace("{type}", type)
                .replace("{status}", row.group(2))
                .replace("{meaning}", sentence(row.group(3)))
                .replace("{remedy}", sentence(row.group(4)));
    }

    private static String read(String resource) throws IOException {
        return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
    }

    private static String sentence(String cell) {
        return HtmlUtils.htmlEscape(Character.toUpperCase(cell.charAt(0)) + cell.substring(1) + ".")
                .replaceAll("`([^`]+)`", "<code>$1</code>");
    }
}
