package io.tillstream.catalog.image;

/** How far a picture is. */
enum ImageState {
    /** Stored; its thumbnails are being made. */
    PENDING,
    READY,
    /** No thumbnails could be made; the problem says why. */
    REFUSED,
    /** Taken away again; its bytes are gone. */
    REMOVED
}
