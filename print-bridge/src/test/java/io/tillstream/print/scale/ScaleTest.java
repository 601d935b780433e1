package io.tillstream.print.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A scale as it is asked over a line: one that answers what the test wants, byte for byte as the protocol writes it. */
class ScaleTest {

    private static final String MUTE = "";
    private static final String HANG_UP = "hang up";

    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> commands = new LinkedBlockingQueue<>();
    private ServerSocket port;
    private Scale scale;

    @BeforeEach
    void switchOn() throws IOException {
        port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        scale = new Scale("counter", LastingWire.tcp("127.0.0.1", port.getLocalPort()));
    }

    @AfterEach
    void switchOff() throws IOException {
        scale.close();
        port.close();
    }

    @Test
    void aWeightThatStandsStillIsReadToTheGram() {
        assertThat(reading("\u000200.482\r")).isEqualTo(Reading.stable(new BigDecimal("0.482")));
        assertThat(reading("\u0002 1.250N\r")).isEqualTo(Reading.stable(new BigDecimal("1.250")));
        assertThat(commands).containsExactly((int) 'W', (int) 'W');
    }

    @Test
    void whatIsNoWeightSaysWhy() {
        assertThat(state("\u0002?A\r")).isEqualTo(ScaleState.UNSTABLE);
        assertThat(state("\u0002?B\r")).isEqualTo(ScaleState.OVERLOAD);
        assertThat(state("\u0002?C\r")).isEqualTo(ScaleState.OVERLOAD);
        assertThat(state("\u0002?d\r")).isEqualTo(ScaleState.BELOW_ZERO);
        assertThat(state("\u0002?H\r")).isEqualTo(ScaleState.NO_ZERO);
    }

    @Test
    void poundsAndNoiseAreNeverTakenForKilograms() {
        for (String answer :
                List.of("\u000201.25\r", "01.250\r", "\u00021250\r", "\u0002-0.120\r", "\u0002?\r", "\u0002?@\r")) {
            assertThat(reading(answer)).as(answer).isEqualTo(Reading.without(ScaleState.NOT_UNDERSTOOD));
        }
        assertThat(reading("noise \u000200.482\r")).isEqualTo(Reading.stable(new BigDecimal("0.482")));
    }

    @Test
    void aParityBitThatTheLinePassesOnIsLeftOut() {
        assertThat(reading("\u0082\u00b00\u00ae482\u008d")).isEqualTo(Reading.stable(new BigDecimal("0.482")));
    }

    @Test
    void aScaleThatIsSilentOrGoneIsFoundAgain() {
        assertThat(state(MUTE)).isEqualTo(ScaleState.GONE);
        assertThat(reading("\u000200.482\r").state()).isEqualTo(ScaleState.STABLE);
        assertThat(state(HANG_UP)).isEqualTo(ScaleState.GONE);
        assertThat(reading("\u000200.500\r")).isEqualTo(Reading.stable(new BigDecimal("0.500")));
    }

    @Test
    void aPortThatIsNoneIsAScaleThatDoesNotAnswer() {
        Scale nowhere = new Scale("nowhere", LastingWire.serial("/dev/no-such-port"));
        assertThat(nowhere.read()).isEqualTo(Reading.without(ScaleState.GONE));
    }

    @Test
    void thePanAnswersAsAScaleDoes() {
        Pan pan = new Pan();
        Scale demo = new Scale("demo", pan);
        assertThat(demo.read()).isEqualTo(Reading.stable(new BigDecimal("0.000")));
        pan.put(new BigDecimal("0.4820"), ScaleState.STABLE);
        assertThat(demo.read()).isEqualTo(Reading.stable(new BigDecimal("0.482")));
        pan.put(new BigDecimal("15.001"), ScaleState.STABLE);
        assertThat(demo.read().state()).isEqualTo(ScaleState.OVERLOAD);
        pan.put(new BigDecimal("-0.001"), ScaleState.UNSTABLE);
        assertThat(demo.read().state()).isEqualTo(ScaleState.BELOW_ZERO);
        for (ScaleState state : ScaleState.values()) {
            pan.put(BigDecimal.ONE, state);
            assertThat(demo.read().state()).isEqualTo(state);
        }
        assertThatThrownBy(() -> pan.put(new BigDecimal("0.0005"), ScaleState.STABLE))
                .hasMessageContaining("whole grams");
    }

    private Reading reading(String answer) {
        answers.add(answer);
        return scale.read();
    }

    private ScaleState state(String answer) {
        Reading reading = reading(answer);
        assertThat(reading.kilograms()).isNull();
        return reading.state();
    }

    /** One client after another, one answer for each command. */
    private void serve() {
        while (!port.isClosed()) {
            try (Socket client = port.accept()) {
                answer(client);
            } catch (IOException closed) {
                // The test is over, or the scale was to hang up.
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void answer(Socket client) throws IOException, InterruptedException {
        for (int command = client.getInputStream().read();
                command >= 0;
                command = client.getInputStream().read()) {
            commands.add(command);
            String answer = answers.take();
            if (answer.equals(HANG_UP)) {
                return;
            }
            client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
