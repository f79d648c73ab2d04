package org.ipstrial.plan.codes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ICD-10 codes from one to another, both with everything below them: {@code F20-F29} holds F20, F20.0 and F29.9, and
 * {@code F31} holds F31 and F31.4. A code is a capital letter, two digits and perhaps a point with one to four more;
 * {@code f20}, {@code F2} and {@code F200} are none, so they are in no range.
 *
 * @param from first code
 * @param to   last code
 */
public record CodeRange(String from, String to) {

    private static final String CODE = "[A-Z][0-9]{2}(?:\\.[0-9]{1,4})?";
    private static final Pattern ONE = Pattern.compile(CODE);
    private static final Pattern RANGE = Pattern.compile("(" + CODE + ")\\s*[-\u2013]\\s*(" + CODE + ")");

    /** Above every character of a code, so that what is below a code comes before it. */
    private static final char LAST = '\uffff';

    /** Reads a range or a single code; nothing where the text is neither. */
    public static Optional<CodeRange> parse(String text) {
        if (isCode(text)) {
            return Optional.of(new CodeRange(text, text));
        }
        Matcher range = RANGE.matcher(text);
        return range.matches() ? Optional.of(new CodeRange(range.group(1), range.group(2))) : Optional.empty();
    }

    /** Whether a text is an ICD-10 code. */
    public static boolean isCode(String text) {
        return ONE.matcher(text).matches();
    }

    /** Whether the last code comes before the first. */
    public boolean isBackwards() {
        return from.compareTo(to + LAST) > 0;
    }

    /** Whether a code is in the range; a text that is no ICD-10 code never is. */
    public boolean holds(String code) {
        return isCode(code) && code.compareTo(from) >= 0 && code.compareTo(to + LAST) < 0;
    }

    /** Whether any code is in both. */
    public boolean meets(CodeRange other) {
        return from.compareTo(other.to + LAST) < 0 && other.from.compareTo(to + LAST) < 0;
    }
}
