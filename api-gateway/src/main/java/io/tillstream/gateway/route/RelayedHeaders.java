package io.tillstream.gateway.route;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What crosses the gateway and what ends at it. */
final class RelayedHeaders {
    private static final AsciiString KEEP_ALIVE = AsciiString.cached("keep-alive");
    private static final AsciiString FORWARDED_FOR = AsciiString.cached("x-forwarded-for");
    private static final AsciiString CONTENT_TYPE_OPTIONS = AsciiString.cached("x-content-type-options");
    private static final AsciiString NOSNIFF = AsciiString.cached("nosniff");

    /** RFC 9110, 7.6.1: these belong to one connection. Transfer coding is chosen anew for each. */
    private static final List<AsciiString> HOP_BY_HOP = List.of(
            HttpHeaderNames.CONNECTION,
            KEEP_ALIVE,
            HttpHeaderNames.PROXY_AUTHENTICATE,
            HttpHeaderNames.PROXY_AUTHORIZATION,
            HttpHeaderNames.TE,
            HttpHeaderNames.TRAILER,
            HttpHeaderNames.TRANSFER_ENCODING,
            HttpHeaderNames.UPGRADE);

    /** What a client must not say about itself, and what services have no use for. */
    private static final List<AsciiString> ENDS_HERE = List.of(
            HttpHeaderNames.HOST,
            HttpHeaderNames.EXPECT,
            HttpHeaderNames.ACCEPT_ENCODING,
            AsciiString.cached("forwarded"),
            FORWARDED_FOR,
            AsciiString.cached("x-forwarded-host"),
            AsciiString.cached("x-forwarded-port"),
            AsciiString.cached("x-forwarded-prefix"),
            AsciiString.cached("x-forwarded-proto"),
            AsciiString.cached("x-real-ip"));

    private static final List<AsciiString> INTERNAL = List.of(
            HttpHeaderNames.SERVER, AsciiString.cached("x-powered-by"), AsciiString.cached("x-application-context"));

    private RelayedHeaders() {}

    static void toService(HttpHeaders received, HttpHeaders sent) {
        forward(received, sent);
        // the session cookies are Keycloak's and mean nothing to a service
        sent.remove(HttpHeaderNames.COOKIE);
    }

    /** Keycloak writes the client's address to its own log of sign-ins. */
    static void toSignIn(HttpHeaders received, HttpHeaders sent, String clientAddress) {
        forward(received, sent);
        sent.set(FORWARDED_FOR, clientAddress);
    }

    private static void forward(HttpHeaders received, HttpHeaders sent) {
        sent.set(received);
        removeNamedBy(received.get(HttpHeaderNames.CONNECTION), sent);
        removeAll(HOP_BY_HOP, sent);
        removeAll(ENDS_HERE, sent);
    }

    static void toClient(HttpHeaders received, HttpHeaders sent) {
        sent.add(received);
        removeNamedBy(received.get(HttpHeaderNames.CONNECTION), sent);
        removeAll(HOP_BY_HOP, sent);
        removeAll(INTERNAL, sent);
        // an answer of unknown length that is not chunked could only end by closing the client's connection
        if (received.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            sent.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        sent.set(CONTENT_TYPE_OPTIONS, NOSNIFF);
    }

    private static void removeAll(List<AsciiString> names, HttpHeaders headers) {
        for (int i = 0; i < names.size(); i++) {
            headers.remove(names.get(i));
        }
    }

    private static void removeNamedBy(@Nullable String connection, HttpHeaders headers) {
        if (connection != null && !connection.equalsIgnoreCase("keep-alive") && !connection.equalsIgnoreCase("close")) {
            for (String name : connection.split(",", -1)) {
                headers.remove(name.strip());
            }
        }
    }
}
