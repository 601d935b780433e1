package io.tillstream.local.stack;

import io.tillstream.local.Part;
import io.tillstream.local.Secrets;
import io.tillstream.local.Settings;
import io.tillstream.local.Settings.DatabaseAccess;
import io.tillstream.local.Trouble;
import io.tillstream.local.build.Archives;
import io.tillstream.local.build.Dist;
import io.tillstream.local.process.Launch;
import io.tillstream.local.process.Programs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keycloak behind the gateway: every token carries the public address as its issuer, wherever it was asked for. */
final class Keycloak implements Blueprint {

    private final Settings settings;
    private final Archives archives;

    Keycloak(Settings settings, Archives archives) {
        this.settings = settings;
        this.archives = archives;
    }

    @Override
    public Part part() {
        return Part.KEYCLOAK;
    }

    @Override
    public List<Integer> ports() {
        return List.of(settings.port(Part.KEYCLOAK), settings.keycloakManagementPort());
    }

    @Override
    public String version() {
        return archives.version();
    }

    @Override
    public List<Part> needs() {
        return List.of(Part.POSTGRES);
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        new Dist(settings.dist()).exclusively(() -> {
            Path folder = archives.keycloak();
            if (!Files.exists(folder.resolve("till.built"))) {
                build(folder);
            }
            new RealmFile(settings.checkout().resolve("contracts/iam"))
                    .writeTo(folder.resolve("data/import"), settings.demo());
        });
    }

    /** What is decided at build time is built once and kept: a start without it takes twice as long. */
    private static void build(Path folder) throws IOException, InterruptedException {
        Programs.Answer answer = Programs.run(
                "env",
                "JAVA_HOME=" + System.getProperty("java.home"),
                folder.resolve("bin/kc.sh").toString(),
                "build",
                "--db=postgres",
                "--health-enabled=true",
                "--http-relative-path=/auth",
                "--cache=local");
        if (!answer.succeeded()) {
            throw new Trouble(
                    "Keycloak could not be set up: " + Logs.causeIn(answer.text()) + ".",
                    "Delete " + folder + " and run ./till up again.");
        }
        Files.createFile(folder.resolve("till.built"));
    }

    @Override
    public Launch launch() {
        Path folder = archives.keycloak();
        List<String> command = new ArrayList<>(Jvm.command(Part.KEYCLOAK, settings.home()));
        command.addAll(List.of(
                "-Dkc.home.dir=" + folder,
                "-Djboss.server.config.dir=" + folder.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Duser.language=en",
                "-cp",
                folder.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm"));
        return new Launch(command, environment(), folder, settings.home().resolve("log/keycloak.out"));
    }

    private Map<String, String> environment() {
        Secrets secrets = settings.secrets();
        DatabaseAccess database = settings.keycloakDatabase();
        Map<String, String> environment = new HashMap<>();
        environment.put("KC_DB_URL", database.url());
        environment.put("KC_DB_USERNAME", database.user());
        environment.put("KC_DB_PASSWORD", database.password());
        environment.put("KC_CACHE", "local");
        environment.put("KC_DB_POOL_INITIAL_SIZE", "2");
        environment.put("KC_DB_POOL_MAX_SIZE", "20");
        environment.put("KC_HOSTNAME", settings.publicUrl() + "/auth");
        environment.put("KC_PROXY_HEADERS", "xforwarded");
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", Integer.toString(settings.port(Part.KEYCLOAK)));
        environment.put("KC_HTTP_MANAGEMENT_PORT", Integer.toString(settings.keycloakManagementPort()));
        environment.put("KC_HTTP_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of(Secrets.KEYCLOAK_ADMIN));
        environment.put("KC_LOG", "file");
        environment.put(
                "KC_LOG_FILE", settings.home().resolve("log/keycloak.log").toString());
        environment.put("KC_LOG_FILE_ROTATION_MAX_FILE_SIZE", "10M");
        environment.put("KC_LOG_FILE_ROTATION_MAX_BACKUP_INDEX", "2");
        environment.put("PUBLIC_URL", settings.publicUrl().toString());
        environment.put("TILL_CLI_SECRET", secrets.of(Secrets.TILL_CLI));
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    @Override
    public boolean isReady() {
        return Probe.answers200(
                URI.create("http://127.0.0.1:" + settings.keycloakManagementPort() + "/auth/health/ready"));
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(5);
    }
}
