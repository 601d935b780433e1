package io.tillstream.catalog.productimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;

/**
 * Text of a file in UTF-8, or in UTF-16 when a byte order mark says so. Unlike the JDK's own reader it hands out all that
 * is readable before it fails, so that whoever counts lines can say where.
 */
final class TextReader extends Reader {
    private static final int LONGEST_MARK = 3;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(16 * 1024).flip();
    private boolean ended;

    private TextReader(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static TextReader of(InputStream file) throws IOException {
        PushbackInputStream in = new PushbackInputStream(file, LONGEST_MARK);
        byte[] start = in.readNBytes(LONGEST_MARK);
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            mark = 3;
        } else if (startsWith(start, 0xFF, 0xFE)) {
            mark = 2;
            charset = StandardCharsets.UTF_16LE;
        } else if (startsWith(start, 0xFE, 0xFF)) {
            mark = 2;
            charset = StandardCharsets.UTF_16BE;
        }
        in.unread(start, mark, start.length - mark);
        return new TextReader(in, charset);
    }

    /** @throws MalformedInputException at the first bytes that are no text in the file's encoding */
    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(buffer, offset, length).slice();
        while (true) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (out.position() > 0) {
                return out.position();
            }
            if (result.isError()) {
                throw new MalformedInputException(result.length());
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
    }

    private static boolean startsWith(byte[] start, int... mark) {
        if (start.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
