package io.tillstream.local.check;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;

/** The small shop's sale as its till signed it: a device with a key, and two entries of its journal. */
final class SignedSale {

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
                """.formatted(device, HexFormat.of().formatHex(keys.getPublic().getEncoded()))
                + entry(keys, device, 1, "SESSION_OPENED", session, "0".repeat(64), opened)
                + entry(keys, device, 2, "SALE", sale, sha256(opened), sold);
    }

    private static String entry(
            KeyPair keys, String device, int number, String kind, String subject, String previous, String payload) {
        return """
                insert into journal_entry values ('%s', %d, '%s', '%s', now(), now(), '\\x%s', '\\x%s', '\\x%s', '%s');
                """.formatted(
                        device, number, kind, subject, previous, sha256(payload), signature(keys, payload), payload);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
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
