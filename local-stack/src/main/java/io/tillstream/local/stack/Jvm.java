package io.tillstream.local.stack;

import io.tillstream.local.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The Java options of every part in one table: small heaps, and the full compiler only where sales pass through. */
final class Jvm {

    private static final List<String> ALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=40",
            "-Xss512k",
            "-XX:-UsePerfData",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");
    private static final List<String> QUICK_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:CICompilerCount=1", "-Xmn16m");
    /** The full compiler, but not for what runs only while a service starts. */
    private static final List<String> QUICK_SALES = List.of(
            "-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=5000",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=200000");

    private static final Map<Part, List<String>> OWN = new EnumMap<>(Map.ofEntries(
            Map.entry(Part.KAFKA, with(QUICK_START, "-Xms64m", "-Xmx192m")),
            Map.entry(Part.MAIL, with(QUICK_START, "-Xms24m", "-Xmx64m")),
            Map.entry(Part.KEYCLOAK, with(QUICK_START, "-Xms64m", "-Xmx320m", "-XX:MaxMetaspaceSize=256m")),
            Map.entry(Part.CATALOG, with(QUICK_START, "-Xmx192m")),
            Map.entry(Part.INVENTORY, with(QUICK_START, "-Xmx128m")),
            Map.entry(Part.ORDER, with(QUICK_SALES, "-Xms96m", "-Xmx224m")),
            Map.entry(Part.PURCHASING, with(QUICK_START, "-Xmx112m")),
            Map.entry(Part.BILLING, with(QUICK_START, "-Xmx128m")),
            Map.entry(Part.PAYMENT, with(QUICK_START, "-Xmx112m")),
            Map.entry(Part.FINANCE, with(QUICK_START, "-Xmx128m")),
            Map.entry(Part.CUSTOMER, with(QUICK_START, "-Xmx128m")),
            Map.entry(Part.SHIPPING, with(QUICK_START, "-Xmx112m")),
            Map.entry(Part.PRINT_BRIDGE, with(QUICK_START, "-Xms16m", "-Xmx48m")),
            Map.entry(Part.STORE_EDGE, with(QUICK_START, "-Xms8m", "-Xmx64m")),
            Map.entry(Part.GATEWAY, with(QUICK_SALES, "-Xms64m", "-Xmx192m"))));

    private Jvm() {}

    /** The program and its options, without class path and main class. */
    static List<String> command(Part part, Path home) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(ALL);
        command.addAll(OWN.getOrDefault(part, List.of()));
        command.add("-XX:ErrorFile=" + home.resolve("log/" + part.label() + "-crash.log"));
        command.add("-Dtill.home=" + home);
        return command;
    }

    /** The Java that runs us. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> with(List<String> common, String... own) {
        List<String> options = new ArrayList<>(common);
        options.addAll(List.of(own));
        return List.copyOf(options);
    }
}
