package io.tillstream.print.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A printer on the network, played by a socket that answers as the command reference says. */
class NetworkPrinterTest {

    private final BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
    private ServerSocket port;
    private NetworkPrinter printer;
    private volatile int whyOffline = 0x12;
    private volatile int paper = 0x12;
    private volatile boolean silent;

    @BeforeEach
    void listen() throws IOException {
        port = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        printer = new NetworkPrinter("127.0.0.1", port.getLocalPort());
        Thread.startVirtualThread(this::play);
    }

    @AfterEach
    void unplug() throws IOException {
        port.close();
    }

    @ParameterizedTest
    @CsvSource({"18, 18, READY", "50, 126, OUT_OF_PAPER", "22, 18, COVER_OPEN", "18, 30, READY"})
    void itsStateIsWhatItAnswers(int whyOffline, int paper, PrinterState state) {
        this.whyOffline = whyOffline;
        this.paper = paper;

        assertThat(printer.state()).isEqualTo(state);
    }

    @Test
    void aPrinterThatNeverAnswersIsTakenToBeReady() {
        silent = true;

        assertThat(printer.state()).isEqualTo(PrinterState.READY);
    }

    @Test
    void aDocumentArrivesWhole() throws InterruptedException {
        byte[] document = new byte[200_000];
        document[199_999] = 7;

        assertThat(printer.print(document)).isEqualTo(Outcome.TAKEN);
        assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo(document);
    }

    @Test
    void withoutAPrinterNothingIsBegun() throws IOException {
        int nobody;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = unused.getLocalPort();
        }
        NetworkPrinter gone = new NetworkPrinter("127.0.0.1", nobody);

        assertThat(gone.state()).isEqualTo(PrinterState.GONE);
        assertThat(gone.print(new byte[] {1})).isEqualTo(Outcome.NOT_BEGUN);
    }

    private void play() {
        while (!port.isClosed()) {
            try (Socket socket = port.accept()) {
                serve(socket);
            } catch (IOException closed) {
                // The next connection, or the end of the test.
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[8192];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            boolean question = count == 3 && buffer[0] == 0x10 && buffer[1] == 0x04;
            if (!question) {
                document.write(buffer, 0, count);
            } else if (!silent) {
                socket.getOutputStream().write(buffer[2] == 2 ? whyOffline : paper);
            }
        }
        if (document.size() > 0) {
            received.add(document.toByteArray());
        }
    }
}
