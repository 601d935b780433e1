package io.tillstream.print.scale;

import com.fazecast.jSerialComm.SerialPort;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** A line that is opened when it is first needed, kept while it works, and opened anew after it broke. */
public final class LastingWire implements Wire {

    private static final int CONNECTING_MS = 2_000;
    /** Far more than a scale takes, which answers within one of its own measurements. */
    private static final int ANSWERING_MS = 1_000;

    private static final int LONGEST_ANSWER = 32;
    private static final int BAUD = 9_600;
    private static final int DATA_BITS = 7;

    private final Opening opening;
    private @Nullable Line line;

    private LastingWire(Opening opening) {
        this.opening = opening;
    }

    /** A scale behind a box that brings its serial line into the network. */
    public static LastingWire tcp(String host, int port) {
        return new LastingWire(() -> {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(host, port), CONNECTING_MS);
                socket.setSoTimeout(ANSWERING_MS);
                return new Line(socket.getInputStream(), socket.getOutputStream(), socket);
            } catch (IOException unreachable) {
                socket.close();
                throw unreachable;
            }
        });
    }

    /** A scale at a serial port, like {@code /dev/ttyUSB0} or {@code COM3}, set as an 8217 leaves the factory. */
    public static LastingWire serial(String port) {
        return new LastingWire(() -> {
            try {
                SerialPort serial = SerialPort.getCommPort(port);
                serial.setComPortParameters(BAUD, DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.EVEN_PARITY);
                serial.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, ANSWERING_MS, 0);
                if (!serial.openPort()) {
                    throw new IOException(port + " cannot be opened");
                }
                return new Line(serial.getInputStream(), serial.getOutputStream(), serial::closePort);
            } catch (RuntimeException | LinkageError unusable) {
                throw new IOException(port + " is no serial port that this machine can use: " + unusable, unusable);
            }
        });
    }

    @Override
    public byte[] ask(char command) throws IOException {
        Line open = line;
        if (open == null) {
            open = opening.open();
            line = open;
        }
        try {
            return exchanged(open, command);
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    private static byte[] exchanged(Line line, char command) throws IOException {
        // An answer that came too late belongs to an earlier question.
        line.in().skipNBytes(line.in().available());
        line.out().write(command);
        line.out().flush();
        ByteArrayOutputStream answer = new ByteArrayOutputStream(LONGEST_ANSWER);
        while (answer.size() < LONGEST_ANSWER) {
            int next = line.in().read();
            if (next < 0) {
                throw new EOFException("the line was closed");
            }
            answer.write(next & 0x7f);
            if ((next & 0x7f) == Protocol8217.END) {
                break;
            }
        }
        return answer.toByteArray();
    }

    @Override
    public void close() {
        Line open = line;
        line = null;
        if (open != null) {
            try {
                open.end().close();
            } catch (IOException ended) {
                // It is given up either way.
            }
        }
    }

    private interface Opening {
        Line open() throws IOException;
    }

    private record Line(InputStream in, OutputStream out, Closeable end) {}
}
