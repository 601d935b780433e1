package io.tillstream.print.scale;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** A scale of this machine: asked whenever somebody wants to know, never otherwise. */
public final class Scale implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Scale.class.getName());

    private final String name;
    private final Wire wire;
    private boolean reached = true;

    public Scale(String name, Wire wire) {
        this.name = name;
        this.wire = wire;
    }

    public String name() {
        return name;
    }

    public Wire wire() {
        return wire;
    }

    public synchronized Reading read() {
        try {
            Reading reading = Protocol8217.read(wire.ask(Protocol8217.WEIGH));
            reached = true;
            return reading;
        } catch (IOException gone) {
            // Asked several times a second: said once.
            if (reached) {
                LOG.log(Level.WARNING, "scale {0} cannot be read: {1}", name, gone.getMessage());
            }
            reached = false;
            return Reading.without(ScaleState.GONE);
        }
    }

    @Override
    public synchronized void close() {
        wire.close();
    }
}
