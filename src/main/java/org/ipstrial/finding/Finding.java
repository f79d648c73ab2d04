package org.ipstrial.finding;

import java.util.Objects;

/**
 * One thing that was found, with its place and its words: what was found; what was wanted; how to mend it.
 *
 * @param code    which kind of finding
 * @param where   where it is
 * @param message the words, without place and code
 */
public record Finding(FindingCode code, Location where, String message) {

    /** Checks that nothing is null. */
    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(message, "message");
    }

    /**
     * A finding in the words of its code.
     *
     * @param code      which kind of finding
     * @param where     where it is
     * @param arguments what the code's template names {@code {0}}, {@code {1}} and so on; text from outside is made
     *                  visible on the way
     */
    public static Finding of(FindingCode code, Location where, Object... arguments) {
        return new Finding(code, where, code.message(arguments));
    }

    /** The whole line as it is printed: place, words and code. */
    public String line() {
        return where.prefix() + message + " [" + code.id() + "]";
    }
}
