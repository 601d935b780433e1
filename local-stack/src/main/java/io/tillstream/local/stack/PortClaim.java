package io.tillstream.local.stack;

import io.tillstream.local.Part;
import io.tillstream.local.Trouble;
import io.tillstream.local.process.Port;
import io.tillstream.local.process.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Makes sure that a part's ports are free before it is started. */
record PortClaim(Suite suite) {

    private static final Duration STOPPING = Duration.ofSeconds(25);
    /** How long the system may take to clear away a process that was killed; it listens until then, but nobody can name it. */
    private static final Duration CLEARING = Duration.ofSeconds(10);

    /** A process of this very folder that we lost sight of is stopped; anybody else's is named. */
    void claim(Blueprint blueprint) throws InterruptedException {
        for (int number : blueprint.ports()) {
            claim(blueprint, new Port(number));
        }
    }

    private void claim(Blueprint blueprint, Port port) throws InterruptedException {
        Instant deadline = Instant.now().plus(CLEARING);
        while (!port.isFree()) {
            Optional<ProcessHandle> holder = port.holder();
            boolean named = holder.isPresent() && !stoppedAsOurs(blueprint, holder.get());
            if (named || Instant.now().isAfter(deadline)) {
                throw busy(blueprint.part(), port.number(), holder);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean stoppedAsOurs(Blueprint blueprint, ProcessHandle holder) throws InterruptedException {
        boolean ours = Port.commandLine(holder).contains(suite.settings().home() + "/");
        if (!ours || suite.running(blueprint.part()).isPresent()) {
            return false;
        }
        Optional<Running> lost = Running.of(holder.pid(), "");
        if (lost.isPresent()) {
            lost.get().stop(blueprint.stopSignal(), STOPPING);
        }
        return true;
    }

    private static Trouble busy(Part part, int port, Optional<ProcessHandle> holder) {
        String who = holder.map(
                        process -> " by process " + process.pid() + " (" + shortened(Port.commandLine(process)) + ")")
                .orElse(" by another program");
        return new Trouble(
                "Port " + port + ", needed for " + part.label() + ", is held" + who + ".",
                "Stop it, or set TILL_PORT_OFFSET (e.g. 1000) and TILL_HOME to run beside it.");
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
