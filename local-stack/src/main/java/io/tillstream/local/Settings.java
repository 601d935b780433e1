package io.tillstream.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the suite of this checkout lives and listens.
 *
 * @param checkout the repository's root
 * @param home everything that is kept between runs ({@code TILL_HOME}, default {@code .till})
 * @param portOffset added to every port ({@code TILL_PORT_OFFSET}, default 0), so that several suites live side by side
 * @param demo whether demo users and the demo shop are loaded (all but {@code TILL_PROFILE=bare})
 * @param listenAddress where the gateway listens ({@code TILL_LISTEN}); all else stays on the loopback address
 */
public record Settings(Path checkout, Path home, int portOffset, boolean demo, String listenAddress) {

    private static final String LOOPBACK = "127.0.0.1";

    /** Reads the environment that the {@code till} script hands over. */
    public static Settings from(Map<String, String> environment) {
        Path checkout = Path.of(environment.getOrDefault("TILL_CHECKOUT", "."))
                .toAbsolutePath()
                .normalize();
        Path home =
                checkout.resolve(environment.getOrDefault("TILL_HOME", ".till")).normalize();
        String offset = environment.getOrDefault("TILL_PORT_OFFSET", "0");
        if (!offset.matches("\\d{1,5}") || Integer.parseInt(offset) > 57_000) {
            throw new Trouble(
                    "TILL_PORT_OFFSET is '" + offset + "'.", "Set it to a number from 0 to 57000, or leave it out.");
        }
        boolean demo = !"bare".equals(environment.get("TILL_PROFILE"));
        return new Settings(
                checkout, home, Integer.parseInt(offset), demo, environment.getOrDefault("TILL_LISTEN", LOOPBACK));
    }

    /** The port of a part on this machine. */
    public int port(Part part) {
        return part.basePort() + portOffset;
    }

    /** Keycloak's management port: health and metrics. */
    public int keycloakManagementPort() {
        return 8190 + portOffset;
    }

    /** The port on which the Kafka controller listens. */
    public int kafkaControllerPort() {
        return 8293 + portOffset;
    }

    /** The port of the page that shows the mails that were sent. */
    public int mailPagePort() {
        return 8226 + portOffset;
    }

    /** What was downloaded, built and unpacked: shared by all suites of this checkout, kept by {@code down --wipe}. */
    public Path dist() {
        return checkout.resolve(".till/dist");
    }

    /** What people type, and the base of every API call. */
    public URI publicUrl() {
        return URI.create("http://localhost:" + port(Part.GATEWAY));
    }

    /** The issuer of every token. */
    public URI tokenIssuer() {
        return URI.create(publicUrl() + "/auth/realms/tillstream");
    }

    /** Where tokens are asked for, e.g. with {@code grant_type=client_credentials} of client {@code till-cli}. */
    public URI tokenUrl() {
        return URI.create(tokenIssuer() + "/protocol/openid-connect/token");
    }

    /** The address at which a part answers on this machine, past the gateway. */
    public URI directUrl(Part part) {
        return URI.create("http://" + LOOPBACK + ":" + port(part));
    }

    public String kafkaBootstrapServers() {
        return LOOPBACK + ":" + port(Part.KAFKA);
    }

    /** A database with PostgreSQL's superuser, who may read everything. */
    public DatabaseAccess administration(String database) {
        return access(database, "postgres");
    }

    /** A service's database with the role that owns its tables. */
    public DatabaseAccess ownerOf(Part service) {
        return access(database(service), database(service) + "_owner");
    }

    /** A service's database with the role that the service runs under. */
    public DatabaseAccess applicationOf(Part service) {
        return access(database(service), database(service) + "_app");
    }

    /** Keycloak's own database. */
    public DatabaseAccess keycloakDatabase() {
        return access("keycloak", "keycloak");
    }

    public Secrets secrets() {
        return Secrets.in(home);
    }

    private DatabaseAccess access(String database, String role) {
        String url = "jdbc:postgresql://" + LOOPBACK + ":" + port(Part.POSTGRES) + "/" + database;
        return new DatabaseAccess(url, role, secrets().of(role));
    }

    private static String database(Part service) {
        return service.database().orElseThrow(() -> new IllegalArgumentException(service + " has no database"));
    }

    /** What {@code DriverManager.getConnection} needs. */
    public record DatabaseAccess(String url, String user, String password) {}
}
