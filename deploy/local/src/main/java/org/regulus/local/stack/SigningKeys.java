package org.regulus.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.util.Base64;

/** The keys with which this machine's services sign receipts and the ledger's checkpoints: made once, kept with the data. */
final class SigningKeys {

    private static final int LENGTH = 32;
    private static final int SIGN_BIT = 0x80;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private SigningKeys() {}

    /** @return the file, a JWK Set with one Ed25519 key (RFC 8037); made when there is none */
    static synchronized Path in(Path file) {
        try {
            if (Files.notExists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(
                        file, keySet(KeyPairGenerator.getInstance("Ed25519").generateKeyPair()));
            }
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String keySet(KeyPair pair) {
        byte[] secret = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
        return "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\",\"d\":\"%s\"}]}%n"
                .formatted(
                        BASE64.encodeToString(point((EdECPublicKey) pair.getPublic())), BASE64.encodeToString(secret));
    }

    /** RFC 8032, section 5.1.2: y in little-endian order, and the lowest bit of x as its highest. */
    private static byte[] point(EdECPublicKey key) {
        BigInteger y = key.getPoint().getY();
        byte[] point = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            point[i] = y.shiftRight(Byte.SIZE * i).byteValue();
        }
        if (key.getPoint().isXOdd()) {
            point[LENGTH - 1] |= (byte) SIGN_BIT;
        }
        return point;
    }
}
