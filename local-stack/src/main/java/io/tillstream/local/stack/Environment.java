package io.tillstream.local.stack;

import io.tillstream.local.Part;
import io.tillstream.local.Secrets;
import io.tillstream.local.Settings;
import io.tillstream.local.Settings.DatabaseAccess;
import java.util.Map;
import java.util.TreeMap;

/** What a service is told: the same variables as in a container, see docs/architecture/interfaces.md. */
record Environment(Settings settings) {

    Map<String, String> of(Part part) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("SERVER_PORT", Integer.toString(settings.port(part)));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("PUBLIC_URL", settings.publicUrl().toString());
        if (part == Part.PRINT_BRIDGE) {
            devices(environment);
            return environment;
        }
        if (part == Part.STORE_EDGE) {
            environment.put("MALLOC_ARENA_MAX", "2");
            environment.put(
                    "EDGE_FOLDER", settings.home().resolve("data/store-edge").toString());
            return environment;
        }
        environment.put("TOKEN_ISSUER", settings.tokenIssuer().toString());
        environment.put(
                "TOKEN_JWKS_URL",
                settings.directUrl(Part.KEYCLOAK) + "/auth/realms/tillstream/protocol/openid-connect/certs");
        environment.put("MALLOC_ARENA_MAX", "2");
        logInto(part, environment);
        if (part == Part.GATEWAY) {
            upstreams(environment);
        } else {
            database(part, environment);
        }
        if (part == Part.PURCHASING || part == Part.BILLING) {
            environment.put("MAIL_HOST", "127.0.0.1");
            environment.put("MAIL_PORT", Integer.toString(settings.port(Part.MAIL)));
            environment.put("MAIL_FROM", "orders@tillstream.example");
        }
        if (part == Part.CUSTOMER) {
            environment.put("CUSTOMER_SECRET", settings.secrets().of(Secrets.CUSTOMER_DATA));
        }
        return environment;
    }

    /** Paper that is a picture, in both widths, and a pan that is a page, unless this machine has real ones. */
    private void devices(Map<String, String> environment) {
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("PRINTERS", System.getenv().getOrDefault("TILL_PRINTERS", "counter=paper@80,slim=paper@58"));
        environment.put("SCALES", System.getenv().getOrDefault("TILL_SCALES", "counter=pan"));
        environment.put("PRINT_SPOOL", settings.home().resolve("data/print").toString());
    }

    private void database(Part part, Map<String, String> environment) {
        DatabaseAccess application = settings.applicationOf(part);
        DatabaseAccess owner = settings.ownerOf(part);
        environment.put("DB_URL", application.url());
        environment.put("DB_USER", application.user());
        environment.put("DB_PASSWORD", application.password());
        environment.put("DB_OWNER_USER", owner.user());
        environment.put("DB_OWNER_PASSWORD", owner.password());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", settings.kafkaBootstrapServers());
    }

    private void upstreams(Map<String, String> environment) {
        for (Part service : Part.services()) {
            String name = service.label().replace("-service", "").toUpperCase(java.util.Locale.ROOT);
            environment.put(name + "_URL", settings.directUrl(service).toString());
        }
        environment.put("KEYCLOAK_URL", settings.directUrl(Part.KEYCLOAK).toString());
        environment.put(
                "CONSOLE_DIR", settings.checkout().resolve("pos-console/dist").toString());
        environment.put("SERVER_ADDRESS", settings.listenAddress());
    }

    /** Standard output holds what goes wrong before logging works, and stays small. */
    private void logInto(Part part, Map<String, String> environment) {
        environment.put(
                "LOGGING_FILE_NAME",
                settings.home().resolve("log/" + part.label() + ".log").toString());
        environment.put("LOGGING_STRUCTURED_FORMAT_FILE", "logstash");
        environment.put("LOGGING_THRESHOLD_CONSOLE", "OFF");
        environment.put("LOGGING_LOGBACK_ROLLINGPOLICY_MAX_FILE_SIZE", "10MB");
        environment.put("LOGGING_LOGBACK_ROLLINGPOLICY_MAX_HISTORY", "2");
        environment.put("LOGGING_LOGBACK_ROLLINGPOLICY_TOTAL_SIZE_CAP", "30MB");
    }
}
