package io.tillstream.gateway.limit;

import java.net.InetSocketAddress;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Whose request it is: the peer, or what the trusted proxies say. What a client writes further left is never believed. */
@Component
public class ClientAddress {
    private static final String UNKNOWN = "unknown";

    private final int trustedProxies;

    ClientAddress(LimitSettings settings) {
        this.trustedProxies = settings.trustedProxies();
    }

    public String of(ServerHttpRequest request) {
        if (trustedProxies > 0) {
            List<String> forwarded = request.getHeaders().getValuesAsList("X-Forwarded-For");
            if (forwarded.size() >= trustedProxies) {
                return forwarded.get(forwarded.size() - trustedProxies);
            }
        }
        InetSocketAddress remote = request.getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? UNKNOWN
                : remote.getAddress().getHostAddress();
    }
}
