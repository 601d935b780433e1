package io.tillstream.catalog.image;

import io.tillstream.catalog.pricebook.PriceBookVersions;
import io.tillstream.catalog.thumbnail.PictureFormat;
import io.tillstream.catalog.thumbnail.Thumbnails;
import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.events.OutgoingEvent;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.AlreadyStoredDifferently;
import io.tillstream.platform.web.NotFound;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where pictures are hung up and taken down. Their thumbnails are made afterwards, by {@link ThumbnailListener}. */
@Service
class PictureWall {
    static final int MOST_IMAGES = 10;

    private static final String TOPIC = "pos.catalog.product-image";
    private static final String IMAGE_STORED = "catalog.product-image-stored.v1";

    private final Images images;
    private final PriceBookVersions priceBook;
    private final Outbox outbox;
    private final Clock clock;

    PictureWall(Images images, PriceBookVersions priceBook, Outbox outbox, Clock clock) {
        this.images = images;
        this.priceBook = priceBook;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** True when this call stored it; false when the same picture was stored under this id before. */
    @Transactional
    public boolean hang(UUID id, UUID productId, byte[] original, Caller caller) {
        PictureFormat format = PictureFormat.of(original).orElseThrow(PictureWall::noPicture);
        if (!images.lockProduct(productId)) {
            throw new NotFound("product " + productId);
        }
        byte[] fingerprint = sha256(original);
        if (images.find(id).isPresent()) {
            mustBeTheSame(id, productId, fingerprint);
            return false;
        }
        if (images.of(productId).size() >= MOST_IMAGES) {
            throw new TooManyImages(MOST_IMAGES);
        }
        if (!images.add(id, productId, format.mediaType(), original, fingerprint, caller.subject())) {
            throw new AlreadyStoredDifferently();
        }
        ImageStored stored = new ImageStored(id, productId, format.mediaType(), original.length);
        outbox.append(List.of(OutgoingEvent.of(TOPIC, id.toString(), IMAGE_STORED, 0, clock.instant(), stored)));
        return true;
    }

    /** Taking down what is down already changes nothing. */
    @Transactional
    public void takeDown(UUID id) {
        ProductImage image = images.find(id).orElseThrow(() -> new NotFound("picture " + id));
        if (images.remove(id) && image.state() == ImageState.READY) {
            priceBook.changed(List.of(image.productId()));
        }
    }

    /** True when the product now has one more picture to show; one that was removed meanwhile stays removed. */
    boolean finish(ImageStored image, Thumbnails made) {
        if (made.problem() != null) {
            images.refused(image.id(), made.problem());
            return false;
        }
        return images.ready(image.id(), made.thumbnails());
    }

    /** Tells the tills. Comes last: until the transaction ends, other changes of the catalog wait. */
    void show(Collection<UUID> products) {
        priceBook.changed(products);
    }

    private void mustBeTheSame(UUID id, UUID productId, byte[] fingerprint) {
        boolean sameProduct = images.find(id)
                .filter(known -> known.productId().equals(productId))
                .isPresent();
        if (!sameProduct || !MessageDigest.isEqual(images.fingerprint(id), fingerprint)) {
            throw new AlreadyStoredDifferently();
        }
    }

    private static PictureNotValid noPicture() {
        return new PictureNotValid(
                "This is not a JPEG, PNG or WebP picture. Save it as one of these and send it again.");
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
