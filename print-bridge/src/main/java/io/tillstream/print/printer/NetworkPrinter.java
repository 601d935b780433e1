package io.tillstream.print.printer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A printer on the network that takes ESC/POS on a TCP port, usually 9100. */
public final class NetworkPrinter implements Printer {

    private static final int CONNECTING_MS = 2_000;
    private static final int ANSWERING_MS = 500;
    private static final int CLOSING_MS = 1_000;

    private final String host;
    private final int port;

    public NetworkPrinter(String host, int port) {
        this.host = host;
        this.port = port;
    }

    @Override
    public PrinterState state() {
        try (Socket socket = connected()) {
            socket.setSoTimeout(ANSWERING_MS);
            return EscPosStatus.of(answer(socket, EscPosStatus.WHY_OFFLINE), answer(socket, EscPosStatus.PAPER));
        } catch (SocketTimeoutException silent) {
            // Cheap printers print but never answer: whoever accepts a connection is taken to be ready.
            return PrinterState.READY;
        } catch (IOException gone) {
            return PrinterState.GONE;
        }
    }

    @Override
    public Outcome print(byte[] document) {
        Socket socket;
        try {
            socket = connected();
        } catch (IOException gone) {
            return Outcome.NOT_BEGUN;
        }
        try (socket) {
            OutputStream out = socket.getOutputStream();
            out.write(document);
            out.flush();
            socket.shutdownOutput();
            socket.setSoTimeout(CLOSING_MS);
            // The printer closes its side once it has read everything; a reset says that it did not.
            awaitClose(socket);
            return Outcome.TAKEN;
        } catch (IOException broken) {
            return Outcome.UNCERTAIN;
        }
    }

    private static void awaitClose(Socket socket) throws IOException {
        try {
            while (socket.getInputStream().read() >= 0) {
                // Status bytes that nobody asked for.
            }
        } catch (SocketTimeoutException staysOpen) {
            // Some keep the connection; all bytes have left us by then.
        }
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), CONNECTING_MS);
            return socket;
        } catch (IOException unreachable) {
            socket.close();
            throw unreachable;
        }
    }

    private static int answer(Socket socket, byte[] question) throws IOException {
        socket.getOutputStream().write(question);
        socket.getOutputStream().flush();
        int answer = socket.getInputStream().read();
        if (answer < 0) {
            throw new SocketTimeoutException("closed without an answer");
        }
        return answer;
    }
}
