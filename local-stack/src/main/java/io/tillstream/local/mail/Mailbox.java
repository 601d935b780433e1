package io.tillstream.local.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The mails that were taken, newest first, one file each. */
final class Mailbox {

    private static final int KEPT = 1_000;
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;

    Mailbox(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Keeps a mail; it is on the disk when this returns. */
    synchronized void keep(MimeMessage message) throws IOException, MessagingException {
        Files.createDirectories(folder);
        String id = STAMP.format(clock.instant()) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        Path draft = folder.resolve(id + ".new");
        try (OutputStream out = Files.newOutputStream(draft)) {
            message.writeTo(out);
        }
        Files.move(draft, folder.resolve(id + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        List<Path> files = files();
        for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
            Files.deleteIfExists(old);
        }
    }

    List<Mail> newest(int limit) throws IOException {
        List<Mail> mails = new ArrayList<>();
        for (Path file : files().stream().limit(limit).toList()) {
            try {
                mails.add(read(file));
            } catch (MessagingException unreadable) {
                mails.add(new Mail(
                        idOf(file), Instant.EPOCH, "", List.of(), file.getFileName() + " is unreadable", List.of()));
            }
        }
        return mails;
    }

    /** The file of a mail as it was received. */
    Optional<Path> file(String id) throws IOException {
        return files().stream().filter(file -> idOf(file).equals(id)).findFirst();
    }

    /** The content of one attachment. */
    Optional<byte[]> attachment(String id, String name) throws IOException, MessagingException {
        Optional<Path> file = file(id);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        for (Part part : attachments(parse(file.get()))) {
            if (name.equals(part.getFileName())) {
                return Optional.of(part.getInputStream().readAllBytes());
            }
        }
        return Optional.empty();
    }

    private Mail read(Path file) throws IOException, MessagingException {
        MimeMessage message = parse(file);
        List<String> names = new ArrayList<>();
        for (Part part : attachments(message)) {
            names.add(part.getFileName());
        }
        return new Mail(
                idOf(file),
                Files.getLastModifiedTime(file).toInstant(),
                String.join(", ", texts(message.getFrom())),
                texts(message.getRecipients(Message.RecipientType.TO)),
                Objects.requireNonNullElse(message.getSubject(), ""),
                names);
    }

    private static List<String> texts(Object @Nullable [] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses).map(Object::toString).toList();
    }

    private static List<Part> attachments(Part part) throws IOException, MessagingException {
        List<Part> found = new ArrayList<>();
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (int index = 0; index < multipart.getCount(); index++) {
                BodyPart child = multipart.getBodyPart(index);
                found.addAll(attachments(child));
            }
        } else if (part.getFileName() != null) {
            found.add(part);
        }
        return found;
    }

    private static MimeMessage parse(Path file) throws IOException, MessagingException {
        try (InputStream content = Files.newInputStream(file)) {
            return new MimeMessage(SESSION, content);
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private static String idOf(Path file) {
        return file.getFileName().toString().replace(".eml", "");
    }

    /** What the list shows of a mail. */
    record Mail(
            String id, Instant receivedAt, String from, List<String> to, String subject, List<String> attachments) {}
}
