package io.tillstream.catalog.thumbnail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a picture.
 *
 * @param thumbnails one of each size; empty when there is a problem
 * @param problem why none could be made, in words for whoever sent the picture
 */
public record Thumbnails(
        List<Thumbnail> thumbnails, @Nullable String problem) {

    static Thumbnails refused(String problem) {
        return new Thumbnails(List.of(), problem);
    }
}
