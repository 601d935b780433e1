package io.tillstream.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that is kept open: as little work per request as possible, because the load generator shares the
 * machine with what it measures.
 */
final class KeepAlive implements AutoCloseable {

    private static final int LONGEST_LINE = 16_384;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String host;
    private byte[] body = new byte[0];
    private int retryAfter;

    KeepAlive(URI server) throws IOException {
        this.host = server.getHost() + ":" + server.getPort();
        this.socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 5_000);
        this.in = new BufferedInputStream(socket.getInputStream(), 8_192);
        this.out = socket.getOutputStream();
    }

    /** @return the status; {@link #body()} holds what came with it */
    int send(String method, String path, String token, String contentType, byte[] content) throws IOException {
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: " + contentType + "\r\nContent-Length: " + content.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + content.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(content, 0, request, head.length, content.length);
        out.write(request);
        return receive();
    }

    /** Seconds that the last answer asked to wait, or 0. */
    int retryAfter() {
        return retryAfter;
    }

    String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private int receive() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        retryAfter = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("retry-after:")) {
                retryAfter = Integer.parseInt(lower.substring(12).strip());
            }
        }
        body = chunked ? chunks() : exactly(length);
        return status;
    }

    private byte[] chunks() throws IOException {
        byte[] all = new byte[0];
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            byte[] longer = new byte[all.length + size];
            System.arraycopy(all, 0, longer, 0, all.length);
            System.arraycopy(exactly(size), 0, longer, all.length, size);
            all = longer;
            line();
        }
        line();
        return all;
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the connection was closed within an answer");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (true) {
            int next = in.read();
            if (next < 0 || line.length() > LONGEST_LINE) {
                throw new EOFException("the connection was closed");
            }
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
