package io.tillstream.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.local.Part;
import io.tillstream.local.Settings;
import io.tillstream.local.Trouble;
import io.tillstream.local.process.Running;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL, Kafka and mail as real processes. */
class StartupTest {

    private static final Set<Part> SERVERS = EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.MAIL);

    @TempDir
    Path home;

    private Suite suite;

    @BeforeEach
    void findPorts() {
        suite = new Suite(Box.in(home));
    }

    @AfterEach
    void stop() throws Exception {
        new Shutdown(suite).stop(SERVERS, Box.quiet());
        assertThat(SERVERS).noneMatch(part -> suite.running(part).isPresent());
    }

    @Test
    void aSecondStartTakesOverWhatLivesAndRestartsWhatWasKilled() throws Exception {
        start();
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
        execute("create table kept (what text); insert into kept values ('confirmed')");
        assertThat(partitionsOf("pos.order.sale")).isEqualTo(6);
        Running postgres = suite.running(Part.POSTGRES).orElseThrow();
        Running kafka = suite.running(Part.KAFKA).orElseThrow();

        ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();
        start();

        assertThat(suite.running(Part.POSTGRES).orElseThrow().pid()).isNotEqualTo(postgres.pid());
        assertThat(suite.running(Part.KAFKA)).contains(kafka);
        assertThat(query("select what from kept")).isEqualTo("confirmed");

        ProcessHandle.of(kafka.pid()).orElseThrow().destroyForcibly();
        start();

        assertThat(partitionsOf("pos.order.sale")).isEqualTo(6);
    }

    @Test
    void theRuntimeRoleOwnsNothingAndSeesOnlyItsDatabase() throws Exception {
        new Startup(suite, Box.quiet()).run(EnumSet.of(Part.POSTGRES));
        Settings.DatabaseAccess application = suite.settings().applicationOf(Part.ORDER);

        try (Connection connection = connect(application)) {
            assertThatThrownBy(() -> connection.createStatement().execute("create table mine (id int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
        Settings.DatabaseAccess foreign = new Settings.DatabaseAccess(
                application.url().replace("/orders", "/finance"), application.user(), application.password());
        assertThatThrownBy(() -> connect(foreign).close()).hasMessageContaining("permission denied");
    }

    @Test
    void aBusyPortIsNamedWithItsHolderAndTheRemedy() throws Exception {
        int port = suite.settings().port(Part.KAFKA);
        try (ServerSocket busy = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(busy.isBound()).isTrue();
            assertThatThrownBy(() -> new Startup(suite, Box.quiet()).checkPorts())
                    .isInstanceOf(Trouble.class)
                    .hasMessageStartingWith("Port " + port + ", needed for kafka, is held by process "
                            + ProcessHandle.current().pid())
                    .hasMessageContaining("TILL_PORT_OFFSET");
        }
    }

    @Test
    void aProcessThatTookOverAnIdIsNotMistakenForOurs() throws Exception {
        Running mine = Running.of(ProcessHandle.current().pid(), "1").orElseThrow();
        Running earlier = new Running(mine.pid(), mine.startedAt().minus(Duration.ofHours(1)), "1");

        assertThat(mine.isAlive()).isTrue();
        assertThat(earlier.isAlive()).isFalse();
    }

    private void start() throws Exception {
        new Startup(suite, Box.quiet()).run(SERVERS);
    }

    private int partitionsOf(String topic) throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", suite.settings().kafkaBootstrapServers()))) {
            return admin.describeTopics(Set.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .size();
        }
    }

    private String setting(String name) throws SQLException {
        return query("show " + name);
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = connect(suite.settings().administration("postgres"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect(suite.settings().administration("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(Settings.DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }
}
