package org.ipstrial.plan.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;

/** The bytes of a plan to its text: UTF-8, with or without a byte order mark, and nothing else. */
public final class PlanText {

    private PlanText() {}

    /**
     * Decodes the bytes.
     *
     * @param file     the plan's name for messages
     * @param bytes    all bytes of the file
     * @param findings what is found
     * @return the text without its mark; nothing where a byte is not UTF-8
     */
    public static Optional<String> decode(String file, byte[] bytes, Findings findings) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        String text = out.toString();
        if (result.isError()) {
            long line = 1 + text.chars().filter(c -> c == '\n').count();
            String hex = Integer.toHexString(bytes[in.position()] & 0xff).toUpperCase(Locale.ROOT);
            findings.add(FindingCode.E402, Location.line(file, line), hex.length() == 1 ? "0" + hex : hex);
            return Optional.empty();
        }
        return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
    }
}
