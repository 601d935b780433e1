package io.tillstream.local.stack;

import io.tillstream.local.Part;
import io.tillstream.local.Settings;
import io.tillstream.local.Settings.DatabaseAccess;
import io.tillstream.local.Trouble;
import io.tillstream.local.build.Archives;
import io.tillstream.local.build.Dist;
import io.tillstream.local.build.Folders;
import io.tillstream.local.process.Launch;
import io.tillstream.local.process.Port;
import io.tillstream.local.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** PostgreSQL with one database per service. It confirms nothing that is not on the disk. */
final class Postgres implements Blueprint {

    private final Settings settings;
    private final Archives archives;
    private final Path data;

    Postgres(Settings settings, Archives archives) {
        this.settings = settings;
        this.archives = archives;
        this.data = settings.home().resolve("data/postgres");
    }

    @Override
    public Part part() {
        return Part.POSTGRES;
    }

    @Override
    public List<Integer> ports() {
        return List.of(settings.port(Part.POSTGRES));
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
        new Dist(settings.dist()).exclusively(archives::postgres);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise();
        }
        new Template("postgresql.conf")
                .with("port", settings.port(Part.POSTGRES))
                .writeTo(data.resolve("postgresql.conf"));
    }

    private void initialise() throws IOException, InterruptedException {
        Files.createDirectories(settings.home().resolve("run"));
        Path password = Files.createTempFile(
                settings.home().resolve("run"),
                "initdb",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Path draft = data.resolveSibling("postgres.new");
        try {
            Folders.delete(draft);
            Files.createDirectories(draft.getParent());
            Files.writeString(password, settings.secrets().of("postgres"));
            Programs.Answer answer = Programs.run(unprivileged(
                    program("initdb"),
                    "-D",
                    draft.toString(),
                    "-U",
                    "postgres",
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--locale=C.UTF-8"));
            if (!answer.succeeded()) {
                throw new Trouble(
                        "PostgreSQL's data folder could not be created: "
                                + answer.text()
                                        .lines()
                                        .reduce((first, last) -> last)
                                        .orElse("no message") + ".",
                        remedyForInitialising());
            }
            Files.move(draft, data);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private static String remedyForInitialising() {
        return isRoot()
                ? "As root it needs 'unshare -U' (util-linux, user namespaces allowed); or run ./till as an ordinary user."
                : "Check the free space and the rights of the folder, then run ./till up again.";
    }

    @Override
    public Launch launch() {
        return new Launch(
                unprivileged(program("postgres"), "-D", data.toString()),
                Map.of("LC_ALL", "C.UTF-8"),
                data,
                settings.home().resolve("log/postgres.log"));
    }

    @Override
    public boolean isReady() {
        return new Port(settings.port(Part.POSTGRES)).answers() && answersQueries();
    }

    private boolean answersQueries() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            if (isWrongPassword(notYet)) {
                throw new Trouble(
                        "The passwords in " + settings.home().resolve("secrets.properties")
                                + " do not fit the data beside them.",
                        "Bring back the file that belongs to the data, or start anew with ./till down --wipe.");
            }
            return false;
        }
    }

    private static boolean isWrongPassword(SQLException failure) {
        return "28P01".equals(failure.getSQLState());
    }

    @Override
    public void settle(BooleanSupplier alive) throws SQLException {
        try (Connection connection = connect("postgres")) {
            for (Part service : Part.services()) {
                String database = service.database().orElseThrow();
                DatabaseAccess owner = settings.ownerOf(service);
                DatabaseAccess application = settings.applicationOf(service);
                createRole(connection, owner.user(), owner.password());
                createRole(connection, application.user(), application.password());
                createDatabase(connection, database, owner.user());
                execute(connection, "grant connect, temporary on database " + database + " to " + application.user());
            }
            createRole(connection, "keycloak", settings.secrets().of("keycloak"));
            createDatabase(connection, "keycloak", "keycloak");
        }
    }

    private static void createRole(Connection connection, String role, String password) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
            execute(connection, "create role " + role + " login password '" + password + "'");
        }
    }

    private static void createDatabase(Connection connection, String database, String owner) throws SQLException {
        if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
            execute(connection, "create database " + database + " owner " + owner);
            execute(connection, "revoke all on database " + database + " from public");
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private Connection connect(String database) throws SQLException {
        DatabaseAccess access = settings.administration(database);
        return DriverManager.getConnection(access.url() + "?connectTimeout=2", access.user(), access.password());
    }

    /** A fast shutdown: connections are cut, everything confirmed stays. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    private String program(String name) {
        return archives.postgres().resolve("bin").resolve(name).toString();
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody. */
    private static List<String> unprivileged(String... command) {
        List<String> line = new ArrayList<>(isRoot() ? List.of("unshare", "-U") : List.of());
        line.addAll(List.of(command));
        return line;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
