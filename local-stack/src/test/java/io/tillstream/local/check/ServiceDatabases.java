package io.tillstream.local.check;

import io.tillstream.local.Part;
import io.tillstream.local.Settings.DatabaseAccess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The services' databases on a real PostgreSQL, made by the services' own migrations, the same at the start of each test. */
final class ServiceDatabases implements AutoCloseable {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    private final EmbeddedPostgres server;
    private final Map<Part, String> contents = new EnumMap<>(Part.class);

    private ServiceDatabases(EmbeddedPostgres server) {
        this.server = server;
    }

    /** @param contents what each service has stored, as SQL */
    static ServiceDatabases with(Map<Part, String> contents) throws IOException, SQLException {
        ServiceDatabases databases =
                new ServiceDatabases(EmbeddedPostgres.builder().start());
        databases.contents.putAll(contents);
        for (Part service : contents.keySet()) {
            String template = template(service);
            databases.administer("create database " + template);
            for (Path migration : migrations(service)) {
                databases.execute(template, Files.readString(migration));
            }
            databases.execute(template, contents.get(service));
        }
        return databases;
    }

    /** The migrations of the platform, then the service's own, in the order of their names. */
    private static List<Path> migrations(Part service) throws IOException {
        Path platform = CHECKOUT.resolve("platform/src/main/resources/db/platform");
        Path own = CHECKOUT.resolve(service.label()).resolve("src/main/resources/db/migration");
        try (Stream<Path> first = Files.list(platform);
                Stream<Path> then = Files.list(own)) {
            return Stream.concat(first.sorted(), then.sorted())
                    .filter(file -> file.getFileName().toString().startsWith("V"))
                    .toList();
        }
    }

    void reset() throws SQLException {
        for (Part service : contents.keySet()) {
            administer(
                    "drop database if exists " + name(service) + " with (force)",
                    "create database " + name(service) + " template " + template(service));
        }
    }

    void change(Part service, String sql) throws SQLException {
        execute(name(service), sql);
    }

    Databases open() {
        return new Databases(service -> new DatabaseAccess(url(name(service)), "postgres", "postgres"));
    }

    private static String name(Part service) {
        return service.database().orElseThrow();
    }

    private static String template(Part service) {
        return name(service) + "_template";
    }

    private String url(String database) {
        return server.getJdbcUrl("postgres", database);
    }

    private void administer(String... steps) throws SQLException {
        for (String step : steps) {
            execute("postgres", step);
        }
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
