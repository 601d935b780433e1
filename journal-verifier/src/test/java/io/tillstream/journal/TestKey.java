package io.tillstream.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** A key that is the same for the same name, and signs the same text the same way (RFC 6979): so that files stay as they are. */
final class TestKey {

    private static final ASN1ObjectIdentifier P256 = SECObjectIdentifiers.secp256r1;
    private static final X9ECParameters CURVE = ECNamedCurveTable.getByOID(P256);
    private static final ECNamedDomainParameters DOMAIN = new ECNamedDomainParameters(P256, CURVE);
    private static final int HALF = 32;

    private final BigInteger secret;

    TestKey(String name) {
        this.secret = new BigInteger(1, Sha256.of("key of " + name)).mod(CURVE.getN());
    }

    /** X.509 SubjectPublicKeyInfo, Base64. */
    String publicKey() {
        ECPublicKeyParameters key =
                new ECPublicKeyParameters(CURVE.getG().multiply(secret).normalize(), DOMAIN);
        try {
            return Base64.getEncoder()
                    .encodeToString(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key)
                            .getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SignedEntry sign(String payload) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(secret, DOMAIN));
        BigInteger[] signature = signer.generateSignature(Sha256.of(payload));
        byte[] bytes = new byte[2 * HALF];
        put(signature[0], bytes, HALF);
        put(signature[1], bytes, 2 * HALF);
        return new SignedEntry(payload, Base64.getEncoder().encodeToString(bytes));
    }

    private static void put(BigInteger number, byte[] bytes, int end) {
        byte[] digits = number.toByteArray();
        int length = Math.min(digits.length, HALF);
        System.arraycopy(
                Arrays.copyOfRange(digits, digits.length - length, digits.length), 0, bytes, end - length, length);
    }
}
