package org.ipstrial.ard;

/** How {@code name=value} pairs stand in the columns {@code stratum} and {@code term}. */
public final class Names {

    private Names() {}

    /**
     * One pair, with a backslash before every {@code =}, {@code ;} and backslash that belongs to the name or the value.
     */
    public static String pair(String name, String value) {
        return escaped(name) + "=" + escaped(value);
    }

    /** The pairs as people read them: {@code name: value}, joined by a comma, with no backslashes. */
    public static String shown(String pairs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pairs.length(); i++) {
            char c = pairs.charAt(i);
            if (c == '\\' && i + 1 < pairs.length()) {
                text.append(pairs.charAt(++i));
            } else if (c == '=') {
                text.append(": ");
            } else if (c == ';') {
                text.append(", ");
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("=", "\\=").replace(";", "\\;");
    }
}
