package io.tillstream.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ProductImageTest {
    private static final String TOPIC = "pos.catalog.product-image";

    private final Api api;
    private final TestBroker broker;
    private final Shop shop;

    ProductImageTest(Api api, TestBroker broker) {
        this.api = api.as(Token.everything());
        this.broker = broker;
        this.shop = new Shop(api, broker);
        broker.received(TOPIC, "any");
    }

    @Test
    void aPictureGetsItsThumbnailsAndReachesTheTills() throws IOException {
        String store = shop.store("EUR", "DE");
        UUID product = shop.product();
        UUID id = UuidV7.next();
        byte[] picture = picture(900, 600);
        String known = api.get("/api/price-books/" + store).at("/version");

        Api.Answer stored = api.put(path(id, product), picture);
        Api.Answer again = api.put(path(id, product), picture);
        Api.Answer other = api.put(path(id, product), picture(90, 60));

        assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
        assertThat(stored.at("/state")).isEqualTo("PENDING");
        assertThat(again.status()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(409);
        await().untilAsserted(() -> assertThat(stateOf(id)).isEqualTo("READY"));
        Api.Answer thumbnail = api.get("/api/product-images/" + id + "/thumbnails/160");
        assertThat(ImageIO.read(new ByteArrayInputStream(thumbnail.bytes())).getWidth())
                .isEqualTo(160);
        assertThat(thumbnail.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(thumbnail.header("Cache-Control")).contains("immutable");
        assertThat(shownSince(known, store, product)).isEqualTo(id.toString());
        assertThat(broker.received(TOPIC, "catalog.product-image-stored.v1"))
                .filteredOn(event -> event.key().equals(id.toString()))
                .singleElement()
                .satisfies(event ->
                        Contract.of("catalog", "product-image-stored.v1").accepts(event.body()));
    }

    @Test
    void theFirstPictureIsShownUntilItIsTakenDown() throws IOException {
        String store = shop.store("EUR", "DE");
        UUID product = shop.product();
        UUID first = ready(product);
        UUID second = ready(product);

        assertThat(shown(store, product)).isEqualTo(first.toString());
        assertThat(api.put("/api/product-images/" + first + "/removal", "").status())
                .isEqualTo(204);
        assertThat(api.put("/api/product-images/" + first + "/removal", "").status())
                .isEqualTo(204);

        assertThat(shown(store, product)).isEqualTo(second.toString());
        assertThat(api.get("/api/product-images?productId=" + product).json().path("items"))
                .singleElement()
                .satisfies(image -> assertThat(image.path("id").asString()).isEqualTo(second.toString()));
        assertThat(api.get("/api/product-images/" + first + "/thumbnails/160").status())
                .isEqualTo(404);
    }

    @Test
    void aDamagedPictureIsKeptWithTheReason() throws IOException {
        UUID id = UuidV7.next();
        byte[] whole = picture(400, 300);

        api.put(path(id, shop.product()), Arrays.copyOf(whole, whole.length / 3));

        await().untilAsserted(() -> assertThat(stateOf(id)).isEqualTo("REFUSED"));
        assertThat(api.get("/api/product-images/" + id).at("/problem")).contains("damaged");
    }

    @Test
    void whatIsNoPictureIsRefusedAtOnce() {
        Api.Answer svg = api.put(path(UuidV7.next(), shop.product()), "<svg/>".getBytes(StandardCharsets.UTF_8));
        Api.Answer unknown = api.put(path(UuidV7.next(), UuidV7.next()), pngStart());

        assertThat(svg.status()).isEqualTo(422);
        assertThat(svg.problem()).isEqualTo("picture-not-valid");
        assertThat(unknown.status()).isEqualTo(404);
    }

    @Test
    void aProductHasAtMostTenPictures() throws IOException {
        UUID product = shop.product();
        byte[] picture = picture(10, 10);
        for (int i = 0; i < 10; i++) {
            assertThat(api.put(path(UuidV7.next(), product), picture).status()).isEqualTo(201);
        }

        assertThat(api.put(path(UuidV7.next(), product), picture).problem()).isEqualTo("too-many-images");
    }

    private UUID ready(UUID product) throws IOException {
        UUID id = UuidV7.next();
        api.put(path(id, product), picture(300, 300));
        await().untilAsserted(() -> assertThat(stateOf(id)).isEqualTo("READY"));
        return id;
    }

    private String stateOf(UUID id) {
        return api.get("/api/product-images/" + id).at("/state");
    }

    private String shown(String store, UUID product) {
        return shownSince("0", store, product);
    }

    /** What a till hears that knows the book up to this version; empty when it hears nothing of the product. */
    private String shownSince(String version, String store, UUID product) {
        String path = "/api/price-books/" + store + "?after=" + version;
        for (JsonNode entry : api.get(path).json().path("items")) {
            if (entry.path("productId").asString().equals(product.toString())) {
                return entry.path("imageId").asString("");
            }
        }
        return "";
    }

    private static String path(UUID id, UUID product) {
        return "/api/product-images/" + id + "?productId=" + product;
    }

    private static byte[] pngStart() {
        return new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    }

    private static byte[] picture(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(width / 2, height / 2, Color.ORANGE.getRGB());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
