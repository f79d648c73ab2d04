package org.ipstrial.finding;

/**
 * Text from outside made safe to show: control characters, escape sequences and marks that turn the direction of
 * writing come out as {@code \\u001b} and the like, so that a label can neither move the cursor nor forge a line.
 */
public final class VisibleText {

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
            if (isHidden(c)) {
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

    private static boolean isHidden(char c) {
        return c < 0x20
                || (c >= 0x7f && c < 0xa0)
                || c == 0x061c
                || (c >= 0x200b && c <= 0x200f)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x206f)
                || c == 0xfeff
                || (c >= 0xfff9 && c <= 0xfffb);
    }

    private static String hex(char c) {
        String digits = Integer.toHexString(c);
        return "0000".substring(digits.length()) + digits;
    }
}
