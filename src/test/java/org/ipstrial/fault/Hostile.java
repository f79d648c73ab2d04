package org.ipstrial.fault;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Texts that have broken writers before, and texts of chance. */
public final class Hostile {

    private static final List<String> PIECES = List.of(
            "</script><script>alert(1)</script>",
            "</title></style></svg><img src=x onerror=x>",
            "<!-- -->",
            "]]>",
            "<![CDATA[",
            "&amp;&#0;&#xd800;&nbsp;&x;",
            "\" onload=\"x\"",
            "' style='x",
            "\\input{/etc/passwd}",
            "\\write18{ls}",
            "\\end{document}",
            "\\\\",
            "{",
            "}",
            "}{",
            "$",
            "%",
            "#",
            "_",
            "^^5c",
            "~",
            "``''",
            "[b]",
            "=cmd|' /C calc'!A0",
            "@SUM(A1)",
            "-2+3",
            "+HYPERLINK(1)",
            "\uff1dA1",
            "\"",
            "\"\"",
            ",",
            ";",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "\n\n    code\n",
            "| --- |",
            "||",
            "[x](http://x)",
            "![x](y)",
            "**x** __y__ `z`",
            "\n# h",
            "\n1. a",
            "\n> q",
            "\n---\n",
            "::error::x",
            "\n::set-output name=a::b",
            "##[error]x",
            "##vso[task.x]y",
            "\u001b[31m",
            "\u001b]0;x\u0007",
            "\u009b31m",
            "\0",
            "\u0001",
            "\u007f",
            "\u0085",
            "\u00a0",
            "\u00ad",
            "\u200b",
            "\u200e",
            "\u202e",
            "\u2028",
            "\u2029",
            "\u2066",
            "\ufeff",
            "\ufdd5",
            "\ufffd",
            "\ufffe",
            "\uffff",
            "\ud800",
            "\udc00",
            "\udc00\ud800",
            "\ud83d\ude00",
            "\ud83f\udfff",
            "\udb40\udc41",
            "e\u0301",
            "\u0130\u0131\u00df",
            "\u0661\u0662",
            "\u2212",
            "%s%n%1$s",
            "{0}",
            "${x}",
            "null",
            "NaN",
            "{\"a\":[",
            "a;b=c\\d",
            "",
            " ",
            "   ",
            "Plain words");

    private static final String CELL = "0123456789.,-+eE /:%'kW\u2212\u00a0\u0663T";

    private Hostile() {}

    /** A text, now and then a long one. */
    public static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(5);
        for (int i = 0; i < pieces; i++) {
            switch (random.nextInt(4)) {
                case 0 -> text.append((char) (random.nextInt(0x10000)));
                case 1 -> text.appendCodePoint(random.nextInt(0x110000));
                default -> text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        if (random.nextInt(50) == 0 && !text.isEmpty()) {
            while (text.length() < 10_000) {
                text.append(text, 0, Math.min(text.length(), 10_000 - text.length()));
            }
        }
        return text.toString();
    }

    /** A cell like sound ones: digits and marks of chance, or a sound one that is damaged. */
    public static String cell(List<String> sound, Random random) {
        if (random.nextInt(3) == 0) {
            StringBuilder cell = new StringBuilder();
            int length = random.nextInt(14);
            for (int i = 0; i < length; i++) {
                cell.append(CELL.charAt(random.nextInt(CELL.length())));
            }
            return cell.toString();
        }
        String cell = sound.get(random.nextInt(sound.size()));
        return random.nextInt(4) == 0
                ? cell
                : new String(Mutation.of(cell.getBytes(StandardCharsets.UTF_8), random), StandardCharsets.UTF_8);
    }
}
