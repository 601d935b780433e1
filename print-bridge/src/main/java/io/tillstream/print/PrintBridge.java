package io.tillstream.print;

import io.tillstream.print.Settings.PrinterSetting;
import io.tillstream.print.paper.PaperPrinter;
import io.tillstream.print.printer.DevicePrinter;
import io.tillstream.print.printer.NetworkPrinter;
import io.tillstream.print.printer.Printer;
import io.tillstream.print.queue.PrintQueue;
import io.tillstream.print.queue.Spool;
import io.tillstream.print.web.BridgeServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Prints for the tills of one machine: takes their jobs over loopback HTTP and brings each to its printer, once. */
public final class PrintBridge implements AutoCloseable {

    private final BridgeServer server;
    private final List<PrintQueue> queues;

    private PrintBridge(BridgeServer server, List<PrintQueue> queues) {
        this.server = server;
        this.queues = queues;
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
        return new PrintBridge(
                BridgeServer.start(settings.address(), settings.port(), settings.console(), queues), queues);
    }

    int port() {
        return server.port();
    }

    private static Printer printer(PrinterSetting setting) {
        return switch (setting.kind()) {
            case "tcp" -> {
                int colon = setting.place().lastIndexOf(':');
                yield new NetworkPrinter(
                        setting.place().substring(0, colon),
                        Integer.parseInt(setting.place().substring(colon + 1)));
            }
            case "device" -> new DevicePrinter(Path.of(setting.place()));
            default -> new PaperPrinter(setting.paperMm());
        };
    }

    @Override
    public void close() {
        server.close();
        queues.forEach(PrintQueue::close);
    }
}
