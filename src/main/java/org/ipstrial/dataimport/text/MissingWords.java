package org.ipstrial.dataimport.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which cells are missing: the empty ones and those declared; others that look so are told of, never assumed. */
public final class MissingWords {

    private static final Set<String> USUAL =
            Set.of("na", "n/a", "null", "<na>", "none", ".", "..", "...", "-", "--", "?");

    private final Set<String> declared;
    private final double[] numbers;

    /**
     * Takes what was declared.
     *
     * @param declared words and numbers, as {@code --missing} gives them
     */
    public MissingWords(Set<String> declared) {
        Set<String> words = new HashSet<>();
        declared.forEach(word -> words.add(CellText.plain(word)));
        words.remove("");
        this.declared = words;
        this.numbers = words.stream()
                .filter(word -> NumberText.formOf(word) == NumberText.Form.INTEGER)
                .mapToDouble(word -> NumberText.value(word, '.'))
                .toArray();
    }

    /** Whether a cell, read plain, is missing; a number is, however it is written: 999 is 999.0. */
    public boolean isMissing(String plain) {
        return plain.isEmpty() || declared.contains(plain) || (numbers.length > 0 && isDeclaredNumber(plain));
    }

    /** Whether an id, read plain, is missing; numbers that stand for a missing outcome are still somebody's id. */
    public boolean isMissingId(String plain) {
        return plain.isEmpty() || (declared.contains(plain) && NumberText.formOf(plain) != NumberText.Form.INTEGER);
    }

    private boolean isDeclaredNumber(String plain) {
        NumberText.Form form = NumberText.formOf(plain);
        if (form != NumberText.Form.INTEGER && form != NumberText.Form.POINT && form != NumberText.Form.COMMA) {
            return false;
        }
        double value = NumberText.value(plain, form == NumberText.Form.COMMA ? ',' : '.');
        for (double number : numbers) {
            if (number == value) {
                return true;
            }
        }
        return false;
    }

    /** Whether a cell that is not declared missing is usually so in some program ({@code .a} in Stata). */
    public boolean looksMissing(String plain) {
        return plain.length() <= 4
                && (USUAL.contains(plain.toLowerCase(Locale.ROOT))
                        || (plain.length() == 2 && plain.charAt(0) == '.' && Character.isLetter(plain.charAt(1))));
    }

    /** What is declared, for messages. */
    public String declared() {
        return declared.isEmpty()
                ? "empty cells only"
                : "empty cells, "
                        + declared.stream().sorted().limit(8).map(Shown::value).collect(Collectors.joining(", "));
    }
}
