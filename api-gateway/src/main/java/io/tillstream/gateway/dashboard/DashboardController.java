package io.tillstream.gateway.dashboard;

import io.tillstream.gateway.dashboard.Dashboard.Part;
import io.tillstream.gateway.problem.Refusal;
import io.tillstream.gateway.route.ServiceReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Asks order and inventory at once and answers when the slowest part is there or has had its time. */
@RestController
class DashboardController {
    private static final Logger LOG = LoggerFactory.getLogger(DashboardController.class);
    private static final Duration PART_TIMEOUT = Duration.ofSeconds(3);
    private static final int BEST_SELLERS = 10;
    private static final int LISTED = 20;

    private final ServiceReader services;
    private final JsonMapper json;

    DashboardController(ServiceReader services, JsonMapper json) {
        this.services = services;
        this.json = json;
    }

    @GetMapping("/api/dashboard")
    Mono<Dashboard> dashboard(
            @RequestParam String storeId,
            @RequestParam LocalDate businessDate,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        return Mono.zip(
                        part("takings", authorization, takings(storeId, businessDate, "HOUR")),
                        part(
                                "takings",
                                authorization,
                                takings(storeId, businessDate, "PRODUCT").queryParam("limit", BEST_SELLERS)),
                        part(
                                "stock-levels",
                                authorization,
                                at("stock-levels")
                                        .queryParam("locationId", "{store}")
                                        .queryParam("belowZero", true)
                                        .queryParam("limit", LISTED)
                                        .uriVariables(Map.of("store", storeId))),
                        part(
                                "purchase-orders",
                                authorization,
                                at("purchase-orders")
                                        .queryParam("locationId", "{store}")
                                        .queryParam("state", "PLACED,SENT,PARTLY_RECEIVED")
                                        .queryParam("limit", LISTED)
                                        .uriVariables(Map.of("store", storeId))))
                .map(parts -> new Dashboard(
                        storeId, businessDate, parts.getT1(), parts.getT2(), parts.getT3(), parts.getT4()));
    }

    private Mono<Part> part(String noun, String authorization, UriComponentsBuilder uri) {
        return services.get(noun, uri.encode().build().toUriString(), authorization)
                .map(this::partOf)
                .timeout(PART_TIMEOUT)
                .onErrorResume(failure -> Mono.just(Part.unavailable(reasonOf(noun, failure))));
    }

    private Part partOf(ServiceReader.Answer answer) {
        return answer.body() == null
                ? Part.unavailable("The service answered with status " + answer.status() + ".")
                : Part.of(json.readTree(answer.body()));
    }

    private static String reasonOf(String noun, Throwable failure) {
        if (failure instanceof TimeoutException) {
            return "No answer within " + PART_TIMEOUT.toSeconds() + " s.";
        }
        if (failure instanceof Refusal) {
            return String.valueOf(failure.getMessage());
        }
        LOG.error("The dashboard could not read {}", noun, failure);
        return "The answer could not be read.";
    }

    private static UriComponentsBuilder takings(String storeId, LocalDate day, String groupBy) {
        return at("takings")
                .queryParam("storeId", "{store}")
                .queryParam("from", day)
                .queryParam("to", day)
                .queryParam("groupBy", groupBy)
                .uriVariables(Map.of("store", storeId));
    }

    private static UriComponentsBuilder at(String noun) {
        return UriComponentsBuilder.fromPath("/api/" + noun);
    }
}
