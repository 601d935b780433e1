package io.tillstream.gateway.problem;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** A request that the gateway answers itself: what is wrong, in words the caller can act on. */
public final class Refusal extends RuntimeException {
    private final HttpStatus status;
    private final String slug;
    private final String title;
    private final String detail;
    private final Map<String, String> headers;

    private Refusal(HttpStatus status, String slug, String title, String detail, Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.detail = detail;
        this.headers = headers;
    }

    public static Refusal malformed(String detail) {
        return new Refusal(HttpStatus.BAD_REQUEST, "malformed-request", "Malformed request", detail, Map.of());
    }

    public static Refusal unknownPath() {
        return new Refusal(
                HttpStatus.NOT_FOUND,
                "not-found",
                "Nothing is here",
                "No service answers this path. /docs lists what the API offers.",
                Map.of());
    }

    public static Refusal notSignedIn(String detail) {
        return new Refusal(
                HttpStatus.UNAUTHORIZED,
                "sign-in-required",
                "Sign-in needed",
                detail,
                Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"tillstream\""));
    }

    /** A token was sent and is no good; RFC 6750, 3.1 names this {@code invalid_token}. */
    public static Refusal invalidToken(String detail) {
        return new Refusal(
                HttpStatus.UNAUTHORIZED,
                "sign-in-required",
                "Token not accepted",
                detail,
                Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"tillstream\", error=\"invalid_token\""));
    }

    public static Refusal roleRequired(String detail) {
        return new Refusal(HttpStatus.FORBIDDEN, "role-required", "Your role does not allow this", detail, Map.of());
    }

    public static Refusal tooLarge(long limitBytes) {
        return new Refusal(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "Request body too large",
                "This path takes at most " + limitBytes + " bytes. Send the data in smaller parts.",
                Map.of(HttpHeaders.CONNECTION, "close"));
    }

    public static Refusal tooMany(String who, Duration wait) {
        return new Refusal(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                "Too many requests",
                "The limit for " + who + " is used up. Wait as long as Retry-After says, then go on.",
                retryAfter(wait));
    }

    /** The service cannot be reached or has been failing; it has not taken the request unless the detail says it may. */
    public static Refusal unavailable(String service, String detail, Duration wait) {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "temporarily-unavailable",
                service + " is not available",
                detail,
                retryAfter(wait));
    }

    public static Refusal tooSlow(String service, Duration waited) {
        return new Refusal(
                HttpStatus.GATEWAY_TIMEOUT,
                "no-answer-in-time",
                service + " did not answer in time",
                service + " gave no answer within " + waited.toSeconds()
                        + " s. The request may still take effect: ask again with the same id, never with a new one.",
                Map.of());
    }

    /** What a framework component refused by status alone; its own message stays inside. */
    static Refusal ofStatus(HttpStatus status) {
        return new Refusal(
                status,
                status == HttpStatus.METHOD_NOT_ALLOWED ? "method-not-allowed" : "malformed-request",
                status.getReasonPhrase(),
                "The gateway cannot answer this request as it was sent.",
                Map.of());
    }

    static Refusal unforeseen() {
        return new Refusal(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unforeseen",
                "Our mistake",
                "The gateway failed to answer; its log holds the cause. Sending the same request again is safe.",
                Map.of());
    }

    private static Map<String, String> retryAfter(Duration wait) {
        return Map.of(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
    }

    public HttpStatus status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    String title() {
        return title;
    }

    String detail() {
        return detail;
    }

    Map<String, String> headers() {
        return headers;
    }
}
