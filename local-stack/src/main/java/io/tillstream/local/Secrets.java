package io.tillstream.local;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/** The passwords of this suite: random, made at the first start, readable by their owner only. */
public final class Secrets {

    /** The client secret of the service account {@code till-cli}. */
    public static final String TILL_CLI = "till-cli";

    /** Keycloak's administrator. */
    public static final String KEYCLOAK_ADMIN = "keycloak-admin";

    /** Seals the customers' keys: without it no personal data can be read. */
    public static final String CUSTOMER_DATA = "customer-data";

    private static final int BYTES = 24;

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** Reads them from the folder and makes those that are missing. */
    static synchronized Secrets in(Path home) {
        Path file = home.resolve("secrets.properties");
        try {
            Properties values = read(file);
            SecureRandom random = new SecureRandom();
            boolean complete = true;
            for (String name : names()) {
                if (values.getProperty(name) == null) {
                    byte[] secret = new byte[BYTES];
                    random.nextBytes(secret);
                    values.setProperty(name, HexFormat.of().formatHex(secret));
                    complete = false;
                }
            }
            if (!complete) {
                write(file, values);
            }
            return new Secrets(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The secret of that name: a database role, {@link #TILL_CLI} or {@link #KEYCLOAK_ADMIN}. */
    public String of(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("no secret named " + name);
        }
        return value;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(TILL_CLI, KEYCLOAK_ADMIN, CUSTOMER_DATA, "postgres", "keycloak"));
        for (Part service : Part.services()) {
            service.database().ifPresent(database -> {
                names.add(database + "_owner");
                names.add(database + "_app");
            });
        }
        return names;
    }

    private static Properties read(Path file) throws IOException {
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
        }
        return values;
    }

    private static void write(Path file, Properties values) throws IOException {
        StringWriter text = new StringWriter();
        values.store(text, "Passwords of this local suite; they fit the data beside them");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text.toString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
