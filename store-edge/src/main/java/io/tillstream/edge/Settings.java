package io.tillstream.edge;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the relay is told when it is started.
 *
 * @param console where the console is served from: the only page that may use the relay
 * @param folder what it keeps
 * @param keyStore a PKCS #12 file with its certificate; without one it speaks plain HTTP
 */
record Settings(
        String address,
        int port,
        URI console,
        Path folder,
        @Nullable Path keyStore,
        String keyStorePassword) {

    static Settings from(Map<String, String> environment) {
        String keyStore = environment.getOrDefault("EDGE_KEYSTORE", "");
        return new Settings(
                environment.getOrDefault("SERVER_ADDRESS", "127.0.0.1"),
                Integer.parseInt(environment.getOrDefault("SERVER_PORT", "8228")),
                URI.create(environment.getOrDefault("PUBLIC_URL", "http://localhost:8080")),
                Path.of(environment.getOrDefault("EDGE_FOLDER", "store-edge")),
                keyStore.isBlank() ? null : Path.of(keyStore),
                environment.getOrDefault("EDGE_KEYSTORE_PASSWORD", ""));
    }
}
