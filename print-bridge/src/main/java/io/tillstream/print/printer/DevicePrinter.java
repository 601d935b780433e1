package io.tillstream.print.printer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A printer at a device file, like {@code /dev/usb/lp0}; the system reports whether it is there, not its paper. */
public final class DevicePrinter implements Printer {

    private final Path device;

    public DevicePrinter(Path device) {
        this.device = device;
    }

    @Override
    public PrinterState state() {
        return Files.isWritable(device) && !Files.isDirectory(device) ? PrinterState.READY : PrinterState.GONE;
    }

    @Override
    public Outcome print(byte[] document) {
        OutputStream out;
        try {
            out = Files.newOutputStream(device, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        } catch (IOException gone) {
            return Outcome.NOT_BEGUN;
        }
        try (out) {
            out.write(document);
            return Outcome.TAKEN;
        } catch (IOException broken) {
            return Outcome.UNCERTAIN;
        }
    }
}
