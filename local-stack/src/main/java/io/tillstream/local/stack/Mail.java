package io.tillstream.local.stack;

import io.tillstream.local.Part;
import io.tillstream.local.Settings;
import io.tillstream.local.mail.MailServer;
import io.tillstream.local.process.Launch;
import io.tillstream.local.process.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The mail server: our own program on our own class path. */
final class Mail implements Blueprint {

    private final Settings settings;

    Mail(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Part part() {
        return Part.MAIL;
    }

    @Override
    public List<Integer> ports() {
        return List.of(settings.port(Part.MAIL), settings.mailPagePort());
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public List<Part> needs() {
        return List.of();
    }

    @Override
    public void prepare() {}

    @Override
    public Launch launch() {
        List<String> command = new ArrayList<>(Jvm.command(Part.MAIL, settings.home()));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                MailServer.class.getName(),
                Integer.toString(settings.port(Part.MAIL)),
                Integer.toString(settings.mailPagePort()),
                settings.home().resolve("data/mail").toString()));
        return new Launch(command, Map.of(), settings.home(), settings.home().resolve("log/mail.log"));
    }

    @Override
    public boolean isReady() {
        return ports().stream().allMatch(port -> new Port(port).answers());
    }
}
