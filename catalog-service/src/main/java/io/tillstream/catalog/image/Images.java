package io.tillstream.catalog.image;

import io.tillstream.catalog.thumbnail.Thumbnail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored pictures. */
@Repository
class Images {
    private static final String ADD = """
            insert into product_image (id, product_id, position, media_type, original, fingerprint, state, recorded_at, recorded_by)
            select :id, :product, coalesce(max(position), 0) + 1, :mediaType, :original, :fingerprint, 'PENDING',
                   :recordedAt, :recordedBy
            from product_image where product_id = :product
            on conflict on constraint product_image_pk do nothing
            """;

    private static final String READ =
            "select id, product_id, position, media_type, state, problem, recorded_at from product_image ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Images(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps others from counting or adding pictures of the product until the transaction ends; false: no such product. */
    boolean lockProduct(UUID productId) {
        return jdbc.sql("select id from product where id = :id for update")
                .param("id", productId)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** False when the id is taken. */
    boolean add(UUID id, UUID productId, String mediaType, byte[] original, byte[] fingerprint, String recordedBy) {
        return jdbc.sql(ADD)
                        .param("id", id)
                        .param("product", productId)
                        .param("mediaType", mediaType)
                        .param("original", original)
                        .param("fingerprint", fingerprint)
                        .param("recordedAt", Timestamp.from(clock.instant()))
                        .param("recordedBy", recordedBy)
                        .update()
                == 1;
    }

    Optional<ProductImage> find(UUID id) {
        return jdbc.sql(READ + "where id = :id")
                .param("id", id)
                .query(Images::image)
                .optional();
    }

    /** Those that were not removed, in their order. */
    List<ProductImage> of(UUID productId) {
        return jdbc.sql(READ + "where product_id = :product and state <> 'REMOVED' order by position")
                .param("product", productId)
                .query(Images::image)
                .list();
    }

    byte[] fingerprint(UUID id) {
        return jdbc.sql("select fingerprint from product_image where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    /** Empty when it was removed. */
    Optional<byte[]> original(UUID id) {
        return jdbc.sql("select original from product_image where id = :id and original is not null")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    Optional<byte[]> thumbnail(UUID id, int edge) {
        return jdbc.sql("select jpeg from product_image_thumbnail where image_id = :id and edge = :edge")
                .param("id", id)
                .param("edge", edge)
                .query(byte[].class)
                .optional();
    }

    /** True when it was waiting for this. */
    boolean ready(UUID id, List<Thumbnail> thumbnails) {
        if (!leave(id, ImageState.READY, null)) {
            return false;
        }
        for (Thumbnail thumbnail : thumbnails) {
            jdbc.sql("""
                            insert into product_image_thumbnail (image_id, edge, width, height, jpeg)
                            values (:id, :edge, :width, :height, :jpeg)
                            """)
                    .param("id", id)
                    .param("edge", thumbnail.edge())
                    .param("width", thumbnail.width())
                    .param("height", thumbnail.height())
                    .param("jpeg", thumbnail.jpeg())
                    .update();
        }
        return true;
    }

    void refused(UUID id, String problem) {
        leave(id, ImageState.REFUSED, problem);
    }

    private boolean leave(UUID id, ImageState to, @org.jspecify.annotations.Nullable String problem) {
        return jdbc.sql("update product_image set state = :to, problem = :problem where id = :id and state = 'PENDING'")
                        .param("to", to.name())
                        .param("problem", problem)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The row stays, so that its id is never used for another picture; the bytes go. */
    boolean remove(UUID id) {
        jdbc.sql("delete from product_image_thumbnail where image_id = :id")
                .param("id", id)
                .update();
        return jdbc.sql(
                                "update product_image set state = 'REMOVED', original = null where id = :id and state <> 'REMOVED'")
                        .param("id", id)
                        .update()
                == 1;
    }

    private static ProductImage image(ResultSet row, int number) throws SQLException {
        return new ProductImage(
                row.getObject("id", UUID.class),
                row.getObject("product_id", UUID.class),
                row.getInt("position"),
                row.getString("media_type"),
                ImageState.valueOf(row.getString("state")),
                row.getString("problem"),
                row.getTimestamp("recorded_at").toInstant());
    }
}
