package io.tillstream.catalog.image;

import io.tillstream.catalog.thumbnail.Thumbnails;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Calls the thumbnail function: here, or where it runs as a process of its own when {@code THUMBNAILS_URL} says so. */
@Component
@EnableConfigurationProperties(ThumbnailCall.Place.class)
class ThumbnailCall implements Function<byte[], Thumbnails> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Function<byte[], Thumbnails> function;

    /** @param url where the function answers; empty: in this process */
    @ConfigurationProperties("tillstream.thumbnails")
    record Place(@Nullable String url) {}

    ThumbnailCall(@Qualifier("thumbnails") Function<byte[], Thumbnails> here, Place place) {
        String url = place.url();
        this.function = url == null || url.isBlank() ? here : elsewhere(url);
    }

    @Override
    public Thumbnails apply(byte[] original) {
        return function.apply(original);
    }

    /** A refused picture is an answer; everything else that is no success fails the event, which is tried again. */
    private static Function<byte[], Thumbnails> elsewhere(String url) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(PATIENCE);
        RestClient http =
                RestClient.builder().baseUrl(url).requestFactory(requests).build();
        return original -> http.post()
                .uri("/thumbnails")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(original)
                .retrieve()
                .onStatus(status -> status.isSameCodeAs(HttpStatus.UNPROCESSABLE_CONTENT), (request, response) -> {})
                .requiredBody(Thumbnails.class);
    }
}
