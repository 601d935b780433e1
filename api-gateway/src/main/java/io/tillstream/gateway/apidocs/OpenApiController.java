package io.tillstream.gateway.apidocs;

import io.tillstream.gateway.problem.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The committed contract of every service, readable without signing in and whether or not the service is up. */
@RestController
class OpenApiController {
    private static final String SUFFIX = ".json";
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final SortedMap<String, Resource> contracts = new TreeMap<>();

    OpenApiController() throws IOException {
        for (Resource contract : new PathMatchingResourcePatternResolver().getResources("classpath*:openapi/*.json")) {
            String file = Objects.requireNonNull(contract.getFilename());
            contracts.put(file.substring(0, file.length() - SUFFIX.length()), contract);
        }
    }

    record Contract(String service, String url) {}

    @GetMapping("/api/openapi")
    Map<String, List<Contract>> all() {
        return Map.of(
                "items",
                contracts.keySet().stream()
                        .map(service -> new Contract(service, "/api/openapi/" + service))
                        .toList());
    }

    @GetMapping("/api/openapi/{service}")
    ResponseEntity<Resource> one(@PathVariable String service) {
        Resource contract = contracts.get(service);
        if (contract == null) {
            throw Refusal.unknownPath();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(KEPT))
                .body(contract);
    }
}
