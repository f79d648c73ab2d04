package org.ipstrial.finding;

import java.util.regex.Pattern;

/**
 * Text from outside made safe to show: control characters, escape sequences and marks that turn the direction of
 * writing come out as {@code \\u001b} and the like, so that a label can neither move the cursor nor forge a line.
 */
public final class VisibleText {

    /** {@code ##[error]}, {@code ##vso[…]}, {@code ##teamcity[…]}: obeyed wherever they stand in a line. */
    private static final Pattern BUILD_COMMAND = Pattern.compile("#(?=#[A-Za-z]*\\[)");

    private VisibleText() {}

    /**
     * The text with every character that is not itself visible written out.
     *
     * @param text any text
     * @return the same text where nothing needed it
     */
    public static String of(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHiddenAt(text, i) && !isMarkOfPages(c)) {
                if (safe == null) {
                    safe = new StringBuilder(text.length() + 12).append(text, 0, i);
                }
                safe.append("\\u").append(hex(c));
            } else if (safe != null) {
                safe.append(c);
            }
        }
        return safe == null ? text : safe.toString();
    }

    /** Whether nothing in a text is hidden: what comes from outside is asked this at the door. */
    public static boolean isVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHiddenAt(text, i)) {
                return false;
            }
        }
        return true;
    }

    /** Marks of numbers and days on a page that is not finished yet; no text from outside holds them. */
    private static boolean isMarkOfPages(char c) {
        return c >= 0xfdd0 && c <= 0xfdd2;
    }

    /**
     * A whole line of output, in which also nothing is a command to the build server that may be keeping the log: there
     * {@code ::} at the beginning and {@code ##[} anywhere are.
     */
    public static String line(String text) {
        String line = of(text);
        int start = 0;
        while (start < line.length() && line.charAt(start) == ' ') {
            start++;
        }
        if (line.startsWith("::", start)) {
            line = line.substring(0, start) + "\\u003a" + line.substring(start + 1);
        }
        return line.contains("##") ? BUILD_COMMAND.matcher(line).replaceAll("\\\\u0023") : line;
    }

    /**
     * Whether the character at a place cannot be seen: a control, a mark of no width or of direction, half a pair, or one of
     * Unicode's noncharacters, which are there for the inside of programs such as this.
     */
    public static boolean isHiddenAt(String text, int at) {
        char c = text.charAt(at);
        if (Character.isSurrogate(c)) {
            int whole = Character.isHighSurrogate(c)
                    ? text.codePointAt(at)
                    : at > 0 && Character.isHighSurrogate(text.charAt(at - 1)) ? text.codePointAt(at - 1) : c;
            // Tags, which spell a text that nobody sees.
            return whole <= 0xffff || (whole >= 0xe0000 && whole <= 0xe007f) || (whole & 0xfffe) == 0xfffe;
        }
        return c < 0x20
                || (c >= 0x7f && c < 0xa0)
                || c == 0x061c
                || (c >= 0x200b && c <= 0x200f)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x206f)
                || c == 0xfeff
                || (c >= 0xfdd0 && c <= 0xfdef)
                || (c >= 0xfff9 && c <= 0xfffb)
                || c >= 0xfffe;
    }

    /** A character as {@code 001b}. */
    public static String hex(char c) {
        String digits = Integer.toHexString(c);
        return "0000".substring(digits.length()) + digits;
    }
}
