package io.tillstream.catalog.thumbnail;

import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The function under the name by which it is called: {@code thumbnails}. */
@Configuration(proxyBeanMethods = false)
class ThumbnailConfiguration {
    @Bean
    Function<byte[], Thumbnails> thumbnails() {
        return new ThumbnailMaker();
    }
}
