package org.ipstrial.fault;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages bytes: some of them at random, some with what has broken readers before. */
public final class Mutation {

    private static final List<String> TOKENS = List.of(
            "\"",
            "\"\"",
            ",",
            ";",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "\0",
            "\ufeff",
            "\u00e6",
            "\u2028",
            "\u202e",
            "\u001b[31m",
            "NA",
            ".",
            "NaN",
            "Infinity",
            "-0",
            "1e308",
            "1e-320",
            "1e999999999",
            "9223372036854775807",
            "0x1p3",
            "1_000",
            "1,5",
            "1.234,56",
            "-1",
            "00",
            "31.02.2014",
            "2014-13-40",
            "0000-00-00",
            "29/02/2015",
            "24:61",
            "=cmd()",
            "@SUM(A1)",
            "<script>",
            "]]>",
            "&#0;",
            "${x}",
            "{0}",
            "%s",
            "\\input{x}",
            "##[error]",
            "- ",
            ": ",
            "? ",
            "&a ",
            "*a",
            "!!java.lang.Runtime ",
            "{",
            "}",
            "[",
            "]",
            "|\n",
            ">\n",
            "#",
            "'",
            "---\n",
            "...\n",
            "  ",
            "\u0000\ud800");

    private Mutation() {}

    /**
     * A damaged copy.
     *
     * @param random where chance comes from
     */
    public static byte[] of(byte[] sound, Random random) {
        byte[] bytes = sound;
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, Random random) {
        int from = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        int length = Math.min(bytes.length - from, 1 + random.nextInt(1 << random.nextInt(8)));
        return switch (random.nextInt(8)) {
            case 0 -> flipped(bytes, from, random);
            case 1 -> spliced(bytes, from, length, new byte[0]);
            case 2 -> spliced(bytes, from, 0, Arrays.copyOfRange(bytes, from, from + length));
            case 3 -> spliced(bytes, from, length, token(random));
            case 4 -> spliced(bytes, from, 0, token(random));
            case 5 -> Arrays.copyOf(bytes, from);
            case 6 -> cell(bytes, from, random);
            default -> lineTwice(bytes, from);
        };
    }

    private static byte[] token(Random random) {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] flipped(byte[] bytes, int at, Random random) {
        byte[] copy = bytes.clone();
        if (copy.length > 0) {
            copy[at] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    /** What stands between two commas, colons or line ends becomes something else. */
    private static byte[] cell(byte[] bytes, int at, Random random) {
        int from = at;
        while (from > 0 && !isEnd(bytes[from - 1])) {
            from--;
        }
        int to = at;
        while (to < bytes.length && !isEnd(bytes[to])) {
            to++;
        }
        return spliced(bytes, from, to - from, token(random));
    }

    private static boolean isEnd(byte b) {
        return b == ',' || b == '\n' || b == ':' || b == '\r';
    }

    private static byte[] lineTwice(byte[] bytes, int at) {
        int from = at;
        while (from > 0 && bytes[from - 1] != '\n') {
            from--;
        }
        int to = at;
        while (to < bytes.length && bytes[to] != '\n') {
            to++;
        }
        return spliced(bytes, from, 0, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, to + 1)));
    }

    private static byte[] spliced(byte[] bytes, int from, int length, byte[] in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + in.length);
        out.write(bytes, 0, from);
        out.writeBytes(in);
        out.write(bytes, from + length, bytes.length - from - length);
        return out.toByteArray();
    }
}
