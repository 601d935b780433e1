package io.tillstream.catalog.thumbnail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What we read, told by the first bytes and never by a file's name. Nothing here can hold a script or refer to another file.
 * Pixels are bounded before any of them is decoded: a file of a few kilobytes can claim to be larger than our memory.
 */
public enum PictureFormat {
    JPEG("image/jpeg", 30_000_000) {
        @Override
        boolean begins(byte[] bytes) {
            return starts(bytes, 0, 0xFF, 0xD8, 0xFF);
        }
    },
    PNG("image/png", 30_000_000) {
        @Override
        boolean begins(byte[] bytes) {
            return starts(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
        }
    },
    /** Its reader holds the whole picture in memory, the others skip what a thumbnail does not need. */
    WEBP("image/webp", 8_000_000) {
        @Override
        boolean begins(byte[] bytes) {
            return starts(bytes, 0, 'R', 'I', 'F', 'F') && starts(bytes, 8, 'W', 'E', 'B', 'P');
        }
    };

    private final String mediaType;
    private final long mostPixels;

    PictureFormat(String mediaType, long mostPixels) {
        this.mediaType = mediaType;
        this.mostPixels = mostPixels;
    }

    abstract boolean begins(byte[] bytes);

    public String mediaType() {
        return mediaType;
    }

    long mostPixels() {
        return mostPixels;
    }

    /** The name under which Java knows its reader. */
    String readerName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<PictureFormat> of(byte[] bytes) {
        return Arrays.stream(values()).filter(format -> format.begins(bytes)).findFirst();
    }

    /** Whether this is a drawing in markup, which may carry scripts. */
    static boolean isMarkup(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.UTF_8).stripLeading();
        return head.startsWith("<") || head.startsWith("\uFEFF<");
    }

    private static boolean starts(byte[] bytes, int at, int... expected) {
        if (bytes.length < at + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[at + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
