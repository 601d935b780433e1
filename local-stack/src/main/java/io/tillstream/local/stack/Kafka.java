package io.tillstream.local.stack;

import io.tillstream.local.Part;
import io.tillstream.local.Settings;
import io.tillstream.local.Trouble;
import io.tillstream.local.build.Archives;
import io.tillstream.local.process.Launch;
import io.tillstream.local.process.Port;
import io.tillstream.local.process.Programs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One Kafka broker that is its own controller. */
final class Kafka implements Blueprint {

    private final Settings settings;
    private final Archives archives;
    private final Path data;

    Kafka(Settings settings, Archives archives) {
        this.settings = settings;
        this.archives = archives;
        this.data = settings.home().resolve("data/kafka");
    }

    @Override
    public Part part() {
        return Part.KAFKA;
    }

    @Override
    public List<Integer> ports() {
        return List.of(settings.port(Part.KAFKA), settings.kafkaControllerPort());
    }

    @Override
    public String version() {
        return archives.version();
    }

    @Override
    public List<Part> needs() {
        return List.of();
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        archives.kafka();
        Files.createDirectories(data);
        Files.createDirectories(settings.home().resolve("log"));
        new Template("kafka.properties")
                .with("port", settings.port(Part.KAFKA))
                .with("controllerPort", settings.kafkaControllerPort())
                .with("topics", data.resolve("topics"))
                .writeTo(data.resolve("server.properties"));
        new Template("kafka-log4j2.yaml")
                .with("log", settings.home().resolve("log"))
                .writeTo(data.resolve("log4j2.yaml"));
        if (!Files.exists(data.resolve("topics/meta.properties"))) {
            format();
        }
    }

    private void format() throws InterruptedException {
        List<String> command = java();
        command.addAll(List.of(
                "kafka.tools.StorageTool",
                "format",
                "-t",
                clusterId(UUID::randomUUID),
                "-c",
                data.resolve("server.properties").toString(),
                "--ignore-formatted"));
        Programs.Answer answer = Programs.run(command);
        if (!answer.succeeded()) {
            throw new Trouble(
                    "Kafka's data folder could not be created: " + answer.text() + ".",
                    "Check the free space and the rights of " + data + ", then run ./till up again.");
        }
    }

    /** Kafka wants a UUID in unpadded base 64; one that starts with a dash would be read as an option. */
    static String clusterId(Supplier<UUID> ids) {
        String text;
        do {
            UUID id = ids.get();
            byte[] bytes = ByteBuffer.allocate(16)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array();
            text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } while (text.startsWith("-"));
        return text;
    }

    @Override
    public Launch launch() {
        List<String> command = java();
        command.addAll(List.of("kafka.Kafka", data.resolve("server.properties").toString()));
        return new Launch(
                command, Map.of("MALLOC_ARENA_MAX", "2"), data, settings.home().resolve("log/kafka.out"));
    }

    private List<String> java() {
        List<String> command = new ArrayList<>(Jvm.command(Part.KAFKA, settings.home()));
        command.addAll(
                List.of("-Dlog4j2.configurationFile=" + data.resolve("log4j2.yaml"), "-cp", archives.kafka() + "/*"));
        return command;
    }

    @Override
    public boolean isReady() {
        return new Port(settings.port(Part.KAFKA)).answers();
    }

    @Override
    public void settle(BooleanSupplier alive) throws IOException, InterruptedException {
        new Topics(settings.kafkaBootstrapServers(), settings.checkout().resolve("contracts/events/topics.json"))
                .create(alive);
    }
}
