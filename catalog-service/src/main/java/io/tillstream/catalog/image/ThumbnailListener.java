package io.tillstream.catalog.image;

import io.tillstream.catalog.thumbnail.Thumbnails;
import io.tillstream.platform.events.Consumers;
import io.tillstream.platform.events.IncomingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** An original that arrived triggers the function that makes its thumbnails. */
@Configuration(proxyBeanMethods = false)
class ThumbnailListener {
    private final Images images;
    private final PictureWall wall;
    private final Function<byte[], Thumbnails> thumbnails;

    ThumbnailListener(Images images, PictureWall wall, ThumbnailCall thumbnails) {
        this.images = images;
        this.wall = wall;
        this.thumbnails = thumbnails;
    }

    @Bean
    Consumer<Message<List<byte[]>>> storedImages(Consumers consumers) {
        return consumers.batch("thumbnails", Set.of("catalog.product-image-stored.v1"), this::makeThumbnails);
    }

    private void makeThumbnails(List<IncomingEvent> events) {
        List<UUID> products = new ArrayList<>();
        for (IncomingEvent event : events) {
            ImageStored image = event.as(ImageStored.class);
            images.original(image.id())
                    .filter(original -> wall.finish(image, thumbnails.apply(original)))
                    .ifPresent(shown -> products.add(image.productId()));
        }
        wall.show(products);
    }
}
