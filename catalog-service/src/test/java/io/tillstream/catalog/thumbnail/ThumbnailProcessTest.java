package io.tillstream.catalog.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The function alone: nothing but a web server beside it. */
class ThumbnailProcessTest {
    @Test
    void itStartsWithoutADatabaseOrABrokerAndAnswers() throws Exception {
        try (ConfigurableApplicationContext process = ThumbnailProcess.start("--server.port=0")) {
            assertThat(process.getBeanNamesForType(javax.sql.DataSource.class)).isEmpty();
            ByteArrayOutputStream picture = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(800, 400, BufferedImage.TYPE_INT_RGB), "png", picture);

            HttpResponse<String> made = post(process, picture.toByteArray());
            HttpResponse<String> refused = post(process, "no picture".getBytes());

            JsonNode thumbnails = JsonMapper.shared().readTree(made.body()).path("thumbnails");
            assertThat(made.statusCode()).isEqualTo(200);
            assertThat(thumbnails.get(0).path("width").asInt()).isEqualTo(160);
            assertThat(thumbnails.get(0).path("jpeg").binaryValue()).startsWith(0xFF, 0xD8);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("not a JPEG, PNG or WebP");
        }
    }

    private static HttpResponse<String> post(ConfigurableApplicationContext process, byte[] body) throws Exception {
        String port = process.getEnvironment().getRequiredProperty("local.server.port");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/thumbnails"))
                            .POST(BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
