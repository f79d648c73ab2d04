package org.ipstrial.digest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), printed as 64 hexadecimal digits in small letters. */
public final class Sha256 {

    private Sha256() {}

    /** A hash of nothing yet, to which bytes can be added. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The hash of some bytes. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(begin().digest(bytes));
    }

    /** The hash of a stream, which is read to its end and left open. */
    public static String of(InputStream in) throws IOException {
        MessageDigest digest = begin();
        new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
        return end(digest);
    }

    /** The hash of what was added; the digest begins anew. */
    public static String end(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
