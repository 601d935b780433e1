package io.tillstream.print.paper;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A QR code as a printer draws it by itself. */
final class QrSymbol {

    private QrSymbol() {}

    /**
     * @param module dots that one module is wide
     * @param level error correction as GS ( k numbers it: 48 is L, 51 is H
     */
    static void draw(Roll roll, byte[] content, int module, int level, TextLine.Alignment alignment) {
        ByteMatrix modules = modulesOf(content, level);
        int size = modules.getWidth() * module;
        int left = alignment.leftEdge(roll.width(), size);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                if (modules.get(x / module, y / module) == 1) {
                    roll.dot(left + x, y);
                }
            }
        }
        roll.feed(size);
    }

    private static ByteMatrix modulesOf(byte[] content, int level) {
        ErrorCorrectionLevel correction = switch (level) {
            case 49 -> ErrorCorrectionLevel.M;
            case 50 -> ErrorCorrectionLevel.Q;
            case 51 -> ErrorCorrectionLevel.H;
            default -> ErrorCorrectionLevel.L;
        };
        try {
            return Encoder.encode(
                            new String(content, StandardCharsets.UTF_8),
                            correction,
                            Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("not a QR code: " + tooLong.getMessage(), tooLong);
        }
    }
}
