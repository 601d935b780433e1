package io.tillstream.platform.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** One PostgreSQL per test run: a container when an engine answers, the embedded server otherwise. */
public final class TestPostgres {
    static final String OWNER = "test_owner";
    static final String APP = "test_app";
    static final String PASSWORD = "test";

    private final String serverUrl;
    private final String superuser;
    private final String superuserPassword;

    private TestPostgres(String serverUrl, String superuser, String superuserPassword) {
        this.serverUrl = serverUrl;
        this.superuser = superuser;
        this.superuserPassword = superuserPassword;
        sql("postgres", "create role " + OWNER + " login password '" + PASSWORD + "'");
        sql("postgres", "create role " + APP + " login password '" + PASSWORD + "'");
    }

    public static TestPostgres shared() {
        return Holder.INSTANCE;
    }

    /** A new empty database owned by the migrations' role; its JDBC URL. */
    public String newDatabase(String name) {
        sql("postgres", "create database " + name + " owner " + OWNER);
        return serverUrl + name;
    }

    /** Connects as the superuser, for planting faults that no service could cause. */
    public Connection connect(String database) {
        try {
            return DriverManager.getConnection(serverUrl + database, superuser, superuserPassword);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sql(String database, String statement) {
        try (Connection connection = connect(database);
                Statement run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    private static final class Holder {
        static final TestPostgres INSTANCE = engineAnswers() ? container() : embedded();

        private static boolean engineAnswers() {
            return System.getenv("DOCKER_HOST") != null
                    && DockerClientFactory.instance().isDockerAvailable();
        }

        @SuppressWarnings("resource") // lives as long as the test run
        private static TestPostgres container() {
            PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18");
            postgres.start();
            String url = "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getFirstMappedPort() + "/";
            return new TestPostgres(url, postgres.getUsername(), postgres.getPassword());
        }

        private static TestPostgres embedded() {
            try {
                @SuppressWarnings("resource") // stopped by its own shutdown hook
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "100")
                        .start();
                return new TestPostgres(
                        "jdbc:postgresql://localhost:" + postgres.getPort() + "/", "postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
