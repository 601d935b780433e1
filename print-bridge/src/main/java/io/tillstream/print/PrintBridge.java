package io.tillstream.print;

import io.tillstream.print.Settings.PrinterSetting;
import io.tillstream.print.Settings.ScaleSetting;
import io.tillstream.print.paper.PaperPrinter;
import io.tillstream.print.printer.DevicePrinter;
import io.tillstream.print.printer.NetworkPrinter;
import io.tillstream.print.printer.Printer;
import io.tillstream.print.queue.PrintQueue;
import io.tillstream.print.queue.Spool;
import io.tillstream.print.scale.LastingWire;
import io.tillstream.print.scale.Pan;
import io.tillstream.print.scale.Scale;
import io.tillstream.print.scale.Wire;
import io.tillstream.print.web.BridgeServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Prints and weighs for the tills of one machine: takes jobs over loopback HTTP, brings each to its printer once, reads scales. */
public final class PrintBridge implements AutoCloseable {

    private final BridgeServer server;
    private final List<PrintQueue> queues;
    private final List<Scale> scales;

    private PrintBridge(BridgeServer server, List<PrintQueue> queues, List<Scale> scales) {
        this.server = server;
        this.queues = queues;
        this.scales = scales;
    }

    public static void main(String[] arguments) throws IOException {
        PrintBridge bridge = start(Settings.from(System.getenv()), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(bridge::close, "close"));
    }

    static PrintBridge start(Settings settings, Clock clock) throws IOException {
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
        List<PrintQueue> queues = new ArrayList<>();
        for (PrinterSetting setting : settings.printers()) {
            Path folder = settings.spool().resolve(setting.name());
            queues.add(new PrintQueue(
                    setting.name(),
                    setting.paperMm(),
                    printer(setting),
                    Spool.open(setting.name(), folder.resolve("receipts"), clock),
                    Spool.open(setting.name(), folder.resolve("drawer"), clock)));
        }
        List<Scale> scales = settings.scales().stream()
                .map(setting -> new Scale(setting.name(), wire(setting)))
                .toList();
        return new PrintBridge(
                BridgeServer.start(settings.address(), settings.port(), settings.console(), queues, scales),
                queues,
                scales);
    }

    int port() {
        return server.port();
    }

    private static Printer printer(PrinterSetting setting) {
        return switch (setting.kind()) {
            case "tcp" -> {
                InetSocketAddress there = place(setting.place());
                yield new NetworkPrinter(there.getHostString(), there.getPort());
            }
            case "device" -> new DevicePrinter(Path.of(setting.place()));
            default -> new PaperPrinter(setting.paperMm());
        };
    }

    private static Wire wire(ScaleSetting setting) {
        return switch (setting.kind()) {
            case "tcp" -> {
                InetSocketAddress there = place(setting.place());
                yield LastingWire.tcp(there.getHostString(), there.getPort());
            }
            case "serial" -> LastingWire.serial(setting.place());
            default -> new Pan();
        };
    }

    /** Looked up when it is connected to: a name may come to life later. */
    private static InetSocketAddress place(String text) {
        int colon = text.lastIndexOf(':');
        return InetSocketAddress.createUnresolved(
                text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    @Override
    public void close() {
        server.close();
        queues.forEach(PrintQueue::close);
        scales.forEach(Scale::close);
    }
}
