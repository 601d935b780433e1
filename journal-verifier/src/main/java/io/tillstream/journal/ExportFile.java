package io.tillstream.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** A file of exported journals and daily roots: parts, each begun by a line that says what follows. Read a line at a time. */
record ExportFile(Path path) {

    private static final String JOURNAL = "tillstream-journal-export-1";
    private static final String ROOTS = "tillstream-daily-roots-export-1";
    /** Entries and roots begin with their payload. */
    private static final String BEGINS = "{\"format\":";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Is told the parts of a file in order. */
    interface Reader {
        void journal(JournalDevice device) throws GeneralSecurityException;

        void entry(SignedEntry entry);

        void roots(String storeId);

        void root(String payload);
    }

    /** @throws IOException when it is no such file */
    void read(Reader reader) throws IOException {
        try {
            readLines(reader);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(path.getFileName() + " is not a journal that was exported: " + e.getMessage(), e);
        }
    }

    private void readLines(Reader reader) throws IOException, GeneralSecurityException {
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            String line = lines.readLine();
            boolean ofJournal = begin(line == null ? "{}" : line, reader);
            for (line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(BEGINS)) {
                    ofJournal = begin(line, reader);
                } else if (ofJournal) {
                    reader.entry(entry(line));
                } else {
                    reader.root(entry(line).payload());
                }
            }
        }
    }

    /** True when a journal follows. */
    private static boolean begin(String line, Reader reader) throws IOException, GeneralSecurityException {
        JsonNode says = JSON.readTree(line);
        switch (says.path("format").asText()) {
            case JOURNAL -> reader.journal(JSON.treeToValue(says, JournalDevice.class));
            case ROOTS -> reader.roots(says.path("storeId").asText());
            default -> throw new IOException("it does not begin like an export of Tillstream");
        }
        return says.path("format").asText().equals(JOURNAL);
    }

    /** What cannot be read at all is an entry without a number. */
    private static SignedEntry entry(String line) {
        try {
            JsonNode says = JSON.readTree(line);
            return new SignedEntry(
                    says.path("payload").asText(), says.path("signature").asText());
        } catch (JsonProcessingException e) {
            return new SignedEntry(line, "");
        }
    }
}
