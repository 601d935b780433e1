package io.tillstream.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A TCP port of this machine. */
public record Port(int number) {

    /** Whether a server could listen on it. */
    public boolean isFree() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
        } catch (IOException taken) {
            return false;
        }
        return !answers();
    }

    /** Whether somebody accepts connections on it. */
    public boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), number), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** The process that listens on it, where the system lets us see it. */
    public Optional<ProcessHandle> holder() throws InterruptedException {
        Path processes = Path.of("/proc/net/tcp");
        Optional<Long> pid = Files.exists(processes) ? holderInProc() : holderByLsof();
        return pid.flatMap(ProcessHandle::of);
    }

    private Optional<Long> holderByLsof() throws InterruptedException {
        String text = Programs.run("lsof", "-t", "-nP", "-iTCP:" + number, "-sTCP:LISTEN")
                .text();
        return text.lines()
                .filter(line -> line.matches("\\d+"))
                .map(Long::valueOf)
                .findFirst();
    }

    private Optional<Long> holderInProc() {
        Set<String> sockets = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(this::listensHere)
                .map(columns -> "socket:[" + columns[9] + "]")
                .collect(Collectors.toSet());
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> holdsOneOf(pid, sockets))
                .findFirst();
    }

    private boolean listensHere(String[] columns) {
        String port = String.format(Locale.ROOT, ":%04X", number);
        return columns.length > 9 && columns[1].endsWith(port) && columns[3].equals("0A");
    }

    private static boolean holdsOneOf(long pid, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path file : files) {
                if (Files.isSymbolicLink(file)
                        && sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException notOurs) {
            return false;
        }
        return false;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException absent) {
            return List.of();
        }
    }

    /** The command line of a process as far as the system shows it. */
    public static String commandLine(ProcessHandle process) {
        try {
            byte[] raw = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return new String(raw, java.nio.charset.StandardCharsets.UTF_8)
                    .replace('\0', ' ')
                    .strip();
        } catch (IOException noProc) {
            ProcessHandle.Info info = process.info();
            return info.command().orElse("") + " "
                    + String.join(" ", info.arguments().map(Arrays::asList).orElse(List.of()));
        }
    }
}
