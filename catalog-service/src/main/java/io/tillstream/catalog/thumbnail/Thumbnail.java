package io.tillstream.catalog.thumbnail;

/**
 * A small upright copy of a picture.
 *
 * @param edge what the longer side is at most, in pixels; one of {@link ThumbnailMaker#EDGES}
 * @param jpeg the picture, without any metadata of the original
 */
public record Thumbnail(int edge, int width, int height, byte[] jpeg) {}
