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

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("=", "\\=").replace(";", "\\;");
    }
}
