package io.tillstream.catalog.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.catalog.thumbnail.Thumbnail;
import io.tillstream.catalog.thumbnail.ThumbnailProcess;
import io.tillstream.catalog.thumbnail.Thumbnails;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClientException;

/** The catalog and the function as two processes, as they stand in a cluster. */
class ThumbnailCallTest {

    private static final Function<byte[], Thumbnails> NOT_HERE = original -> {
        throw new AssertionError("the function was called in the catalog's own process");
    };

    @Test
    void theCatalogTakesThumbnailsAndRefusalsFromTheOtherProcess() throws IOException {
        ThumbnailCall call;
        byte[] picture = picture();
        try (ConfigurableApplicationContext process = ThumbnailProcess.start("--server.port=0")) {
            String port = process.getEnvironment().getRequiredProperty("local.server.port");
            call = new ThumbnailCall(NOT_HERE, new ThumbnailCall.Place("http://localhost:" + port));

            Thumbnails made = call.apply(picture);
            Thumbnails refused = call.apply("no picture".getBytes());

            assertThat(made.problem()).isNull();
            assertThat(made.thumbnails()).extracting(Thumbnail::width).containsExactly(160, 640);
            assertThat(made.thumbnails().getFirst().jpeg()).startsWith(0xFF, 0xD8);
            assertThat(refused.problem()).isEqualTo("This is not a JPEG, PNG or WebP picture.");
        }
        // an event that failed is tried again; a picture must not be refused because the function is away
        assertThatThrownBy(() -> call.apply(picture)).isInstanceOf(RestClientException.class);
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(800, 400, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
