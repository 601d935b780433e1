package io.tillstream.print.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tillstream.print.printer.Outcome;
import io.tillstream.print.printer.Printer;
import io.tillstream.print.printer.PrinterState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job prints once, in order, as soon as the printer can; whatever happens between. */
class PrintQueueTest {

    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(1, 2);

    @TempDir
    Path folder;

    private final ToyPrinter printer = new ToyPrinter();
    private PrintQueue queue;

    @BeforeEach
    void open() throws IOException {
        queue = new PrintQueue(
                "counter",
                80,
                printer,
                Spool.open("counter", folder.resolve("receipts"), Clock.systemUTC()),
                Spool.open("counter", folder.resolve("drawer"), Clock.systemUTC()));
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void aRepeatedJobPrintsOnce() throws IOException {
        assertThat(queue.add(FIRST, bytes("receipt 1"))).isTrue();
        awaitState(FIRST, JobState.PRINTED);
        assertThat(queue.add(FIRST, bytes("receipt 1"))).isFalse();
        assertThat(queue.add(SECOND, bytes("receipt 2"))).isTrue();
        awaitState(SECOND, JobState.PRINTED);

        assertThat(printer.printed).containsExactly("receipt 1", "receipt 2");
        assertThatThrownBy(() -> queue.add(FIRST, bytes("another")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.ALREADY_STORED_DIFFERENTLY));
    }

    @Test
    void jobsWaitForPaperAndPrintOnceInOrderWhenItIsBack() throws IOException {
        printer.state = PrinterState.OUT_OF_PAPER;
        queue.add(FIRST, bytes("receipt 1"));
        queue.add(SECOND, bytes("receipt 2"));
        queue.add(FIRST, bytes("receipt 1"));
        assertThat(queue.waiting()).isEqualTo(2);
        assertThat(queue.state()).isEqualTo(PrinterState.OUT_OF_PAPER);

        printer.state = PrinterState.READY;

        awaitState(SECOND, JobState.PRINTED);
        assertThat(printer.printed).containsExactly("receipt 1", "receipt 2");
    }

    @Test
    void aRestartForgetsNeitherWhatWaitsNorWhatWasPrinted() throws IOException {
        queue.add(FIRST, bytes("receipt 1"));
        awaitState(FIRST, JobState.PRINTED);
        printer.state = PrinterState.GONE;
        queue.add(SECOND, bytes("receipt 2"));
        queue.close();
        printer.state = PrinterState.READY;

        open();
        queue.add(FIRST, bytes("receipt 1"));

        awaitState(SECOND, JobState.PRINTED);
        assertThat(printer.printed).containsExactly("receipt 1", "receipt 2");
    }

    @Test
    void aPrinterThatGoesAwayInTheMiddleLeavesTheJobUncertainAndIsNotAskedAgain() throws IOException {
        printer.next = Outcome.UNCERTAIN;
        queue.add(FIRST, bytes("receipt 1"));
        awaitState(FIRST, JobState.UNCERTAIN);
        queue.add(FIRST, bytes("receipt 1"));
        queue.add(SECOND, bytes("receipt 2"));
        awaitState(SECOND, JobState.PRINTED);

        assertThat(printer.printed).containsExactly("receipt 1", "receipt 2");
    }

    @Test
    void aBridgeThatWasKilledWhilePrintingDoesNotPrintThatJobAgain() throws IOException {
        queue.close();
        Spool spool = Spool.open("counter", folder.resolve("receipts"), Clock.systemUTC());
        spool.add(FIRST, bytes("receipt 1"));
        assertThat(spool.begin()).isPresent();

        open();

        awaitState(FIRST, JobState.UNCERTAIN);
        queue.add(SECOND, bytes("receipt 2"));
        awaitState(SECOND, JobState.PRINTED);
        assertThat(printer.printed).containsExactly("receipt 2");
    }

    @Test
    void whatThePrinterTookNothingOfIsTheNextAgain() throws IOException {
        printer.next = Outcome.NOT_BEGUN;
        queue.add(FIRST, bytes("receipt 1"));
        queue.add(SECOND, bytes("receipt 2"));
        awaitState(SECOND, JobState.PRINTED);

        assertThat(printer.printed).containsExactly("receipt 1", "receipt 2");
    }

    @Test
    void theDrawerOpensOnceEachTimeNotWithoutPrinterAndWithoutPaperToo() throws IOException {
        assertThat(queue.openDrawer(FIRST)).isTrue();
        assertThat(queue.openDrawer(FIRST)).isTrue();
        assertThat(printer.printed).hasSize(1);

        printer.state = PrinterState.GONE;
        assertThat(queue.openDrawer(SECOND)).isFalse();
        printer.state = PrinterState.OUT_OF_PAPER;
        assertThat(queue.openDrawer(SECOND)).isTrue();
        assertThat(printer.printed).hasSize(2);
        assertThat(printer.printed.getLast()).startsWith("\u0010\u0014");
    }

    private void awaitState(UUID id, JobState state) {
        await().until(() -> queue.find(id).orElseThrow().state() == state);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static final class ToyPrinter implements Printer {

        private final List<String> printed = new CopyOnWriteArrayList<>();
        private volatile PrinterState state = PrinterState.READY;
        private volatile Outcome next = Outcome.TAKEN;

        @Override
        public PrinterState state() {
            return state;
        }

        @Override
        public Outcome print(byte[] document) {
            Outcome outcome = next;
            next = Outcome.TAKEN;
            if (outcome != Outcome.NOT_BEGUN) {
                printed.add(new String(document, StandardCharsets.ISO_8859_1));
            }
            return outcome;
        }
    }
}
