package io.tillstream.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The realm that Keycloak imports at its first start: the one of {@code contracts/iam}, with demo users if asked. */
record RealmFile(Path contracts) {

    void writeTo(Path folder, boolean demoUsers) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode realm = (ObjectNode)
                json.readTree(contracts.resolve("tillstream-realm.json").toFile());
        if (demoUsers) {
            ArrayNode users = realm.withArrayProperty("users");
            JsonNode demo = json.readTree(
                    contracts.resolve("tillstream-demo-users.json").toFile());
            demo.path("users").forEach(users::add);
        }
        Files.createDirectories(folder);
        json.writeValue(folder.resolve("tillstream-realm.json").toFile(), realm);
    }
}
