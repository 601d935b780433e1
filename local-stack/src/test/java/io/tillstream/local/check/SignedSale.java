package io.tillstream.local.check;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;

/** The small shop's sale as its till signed it: a device with two entries in its journal, and the one that took its place. */
final class SignedSale {

    static final String SUCCESSOR = "01890000-0000-7000-8000-000000000020";

    private SignedSale() {}

    static String sql(String device, String sale, String session, String customer) {
        KeyPair keys = keys();
        String opened = """
                {"at":"2026-11-22T08:00:00Z","body":{},"device":"%s","epoch":1,"format":"tillstream-journal-1",\
                "kind":"SESSION_OPENED","number":1,"previous":"%s","subject":"%s","tillId":"berlin-1"}""".formatted(device, "0".repeat(64), session);
        String sold = """
                {"at":"2026-11-22T10:15:00Z","body":{"businessDate":"2026-11-22","cashRounding":"0.00","change":"0.02",\
                "currency":"EUR","customerId":"%4$s","lines":[{"amount":"9.98","discount":"0.00","lineNo":1,"name":"Espresso",\
                "quantity":"2","sku":"ESP-250","taxRate":"7.00","unitPrice":"4.99"}],"occurredAt":"2026-11-22T10:15:00Z",\
                "receiptNumber":1,"storeId":"berlin","taxes":[{"category":"REDUCED","gross":"9.98","net":"9.33","rate":"7.00",\
                "tax":"0.65"}],"tenders":[{"amount":"10.00","tenderNo":1,"type":"CASH"}],"tillId":"berlin-1",\
                "tillSessionId":"%3$s","total":"9.98"},"device":"%1$s","epoch":1,"format":"tillstream-journal-1","kind":"SALE",\
                "number":2,"previous":"%5$s","subject":"%2$s","tillId":"berlin-1"}""".formatted(device, sale, session, customer, sha256(opened));
        return """
                insert into device (id, till_id, store_id, epoch, public_key, enrolled_at, enrolled_by, enrolled_by_name,
                    set_up_by_name)
                values ('%s', 'berlin-1', 'berlin', 1, '\\x%s', now(), 'c', 'C', 'C');
                update device set retired_at = now(), retired_by_name = 'C', reason = 'REPLACED';
                """.formatted(device, encoded(keys))
                + entry(keys, device, 1, "SESSION_OPENED", session, "0".repeat(64), opened)
                + entry(keys, device, 2, "SALE", sale, sha256(opened), sold)
                + successor(device, sha256(opened), sha256(sold), session, keys);
    }

    private static String successor(String device, String before, String head, String session, KeyPair old) {
        KeyPair keys = keys();
        String first = closing(device, head, session, "2026-11-22T18:00:00Z");
        return """
                insert into device (id, till_id, store_id, epoch, public_key, enrolled_at, enrolled_by, enrolled_by_name,
                    set_up_by_name, follows_device, follows_number, follows_hash)
                values ('%s', 'berlin-1', 'berlin', 2, '\\x%s', now(), 'c', 'C', 'C', '%s', 2, '\\x%s');
                """.formatted(SUCCESSOR, encoded(keys), device, head)
                + entry(keys, SUCCESSOR, 1, "SESSION_CLOSED", session, head, first)
                + roots(
                        head(device, before, old, 1),
                        head(device, head, old, 2),
                        head(SUCCESSOR, sha256(first), keys, 1));
    }

    private static String closing(String device, String head, String session, String at) {
        return """
                {"at":"%s","body":{},"device":"%s","epoch":2,"follows":{"device":"%s","number":2},\
                "format":"tillstream-journal-1","kind":"SESSION_CLOSED","number":1,"previous":"%s","subject":"%s",\
                "tillId":"berlin-1"}""".formatted(at, SUCCESSOR, device, head, session);
    }

    /** The successor's whole journal made anew by somebody with a key of their own, who may write every table. */
    static String forged(String device, String session, String head) {
        KeyPair keys = keys();
        String first = closing(device, head, session, "2026-11-22T17:00:00Z");
        return """
                update device set public_key = '\\x%s' where id = '%s'; delete from journal_entry where device_id = '%s';
                """.formatted(encoded(keys), SUCCESSOR, SUCCESSOR)
                + entry(keys, SUCCESSOR, 1, "SESSION_CLOSED", session, head, first);
    }

    private static String roots(String first, String... second) {
        String one = root(1, "2026-11-21", "0".repeat(64), first);
        return stored(1, "2026-11-21", "0".repeat(64), one)
                + stored(2, "2026-11-22", sha256(one), root(2, "2026-11-22", sha256(one), String.join(",", second)));
    }

    private static String root(int number, String day, String previous, String heads) {
        return """
                {"businessDate":"%s","format":"tillstream-daily-root-1","heads":[%s],"madeAt":"%sT23:00:00Z","number":%d,\
                "previous":"%s","storeId":"berlin"}""".formatted(day, heads, day, number, previous);
    }

    private static String head(String device, String hash, KeyPair keys, int number) {
        return "{\"device\":\"%s\",\"hash\":\"%s\",\"key\":\"%s\",\"number\":%d}"
                .formatted(device, hash, sha256(keys.getPublic().getEncoded()), number);
    }

    private static String stored(int number, String day, String previous, String payload) {
        return "insert into daily_root values ('berlin', %d, '%s', now(), '\\x%s', '\\x%s', '%s');"
                .formatted(number, day, previous, sha256(payload), payload);
    }

    private static String encoded(KeyPair keys) {
        return HexFormat.of().formatHex(keys.getPublic().getEncoded());
    }

    private static String entry(
            KeyPair keys, String device, int number, String kind, String subject, String previous, String payload) {
        return """
                insert into journal_entry values ('%s', %d, '%s', '%s', '%s', now(), '\\x%s', '\\x%s', '\\x%s', '%s');
                """.formatted(
                        device,
                        number,
                        kind,
                        subject,
                        payload.substring(7, 27),
                        previous,
                        sha256(payload),
                        signature(keys, payload),
                        payload);
    }

    private static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signature(KeyPair keys, String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
