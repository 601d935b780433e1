package io.tillstream.gateway.entry;

import io.tillstream.gateway.problem.Refusal;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets requests for the console, the API pages and the two probes in, with the headers that keep a page to itself. */
@Component
class PageEntry {
    private static final Set<String> PROBES = Set.of("/actuator/health/liveness", "/actuator/health/readiness");

    /**
     * frame-ancestors and frame-src allow the page itself, because keycloak-js renews a session in a hidden frame;
     * wasm-unsafe-eval is for the barcode reader; the loopback addresses are for the print bridge beside the till, those
     * between the two parts for the store edges of the shops' own networks.
     */
    private static final String POLICY_TO_LOOPBACK = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'"
            + " http://localhost:* http://127.0.0.1:*";

    private static final String POLICY_FROM_WORKERS =
            "; worker-src 'self' blob:; frame-src 'self'; frame-ancestors 'self'; object-src 'none'; base-uri 'self';"
                    + " form-action 'self'";

    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9*][A-Za-z0-9.*-]*(:(\\d{1,5}|\\*))?");

    private final @Nullable Integer insidePort;
    private final String contentSecurityPolicy;

    PageEntry(Environment environment) {
        contentSecurityPolicy =
                POLICY_TO_LOOPBACK + addresses(environment.getProperty("STORE_EDGES", "")) + POLICY_FROM_WORKERS;
        insidePort = environment.getProperty("management.server.port", Integer.class);
    }

    private static String addresses(String told) {
        StringBuilder sources = new StringBuilder();
        for (String address : StringUtils.commaDelimitedListToStringArray(told)) {
            if (address.isBlank()) {
                continue;
            }
            if (!ADDRESS.matcher(address.strip()).matches()) {
                throw new IllegalArgumentException("STORE_EDGES has '" + address
                        + "': write https://HOST:PORT, commas between; a host may begin with *.");
            }
            sources.append(' ').append(address.strip());
        }
        return sources.toString();
    }

    Mono<Void> enter(ServerWebExchange exchange, WebFilterChain chain, String path) {
        if (path.equals("/api")
                || path.equals("/auth")
                || (path.startsWith("/actuator") && !PROBES.contains(path) && !isInside(exchange))) {
            throw Refusal.unknownPath();
        }
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set("Content-Security-Policy", contentSecurityPolicy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        if (path.equals("/") && exchange.getRequest().getMethod().equals(HttpMethod.GET)) {
            return chain.filter(exchange.mutate()
                    .request(request -> request.path("/index.html"))
                    .build());
        }
        return chain.filter(exchange);
    }

    /** Whether the request came to the port that only the inside of a cluster can reach. */
    private boolean isInside(ServerWebExchange exchange) {
        InetSocketAddress local = exchange.getRequest().getLocalAddress();
        return insidePort != null && local != null && local.getPort() == insidePort;
    }
}
