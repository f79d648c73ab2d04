package org.ipstrial.dataimport.column;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ipstrial.dataimport.text.NumberText;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.dataset.CodePointOrder;

/**
 * The different values of an outcome, as far as they are few. Told apart by {@link #key}: letter case aside, and numbers
 * by what they are worth, so that 1 and 1.0 are one value.
 */
final class Values {

    /** From here on a column is no list of codes, and the values are no longer collected. */
    static final int FEW = 50;

    private static final List<Set<String>> YES_AND_NO =
            List.of(Set.of("1", "0"), Set.of("yes", "no"), Set.of("ja", "nej"), Set.of("true", "false"));
    private static final Map<String, String> EVENT_OF = Map.of("0", "1", "no", "yes", "nej", "ja", "false", "true");

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");

    /** Spelling to how often it occurs, by code point. */
    private final Map<String, Long> spellings;

    private final Map<String, String> keys = new TreeMap<>(CodePointOrder.INSTANCE);
    private final boolean many;
    private final Optional<Character> decimal;

    private Values(Map<String, Long> spellings, boolean many, Optional<Character> decimal) {
        this.spellings = spellings;
        this.many = many;
        this.decimal = decimal;
        spellings.keySet().forEach(spelling -> keys.putIfAbsent(key(spelling), spelling));
    }

    /**
     * Collects the values of cells.
     *
     * @param cells   the cells; null is missing
     * @param decimal the decimal mark, if the user says it
     */
    static Values of(String[] cells, Optional<Character> decimal) {
        Map<String, Long> spellings = new TreeMap<>(CodePointOrder.INSTANCE);
        boolean many = false;
        for (String cell : cells) {
            if (cell != null && (spellings.size() < FEW || spellings.containsKey(cell))) {
                spellings.merge(cell, 1L, Long::sum);
            } else if (cell != null) {
                many = true;
            }
        }
        return new Values(spellings, many, decimal);
    }

    /** What tells values apart. */
    String key(String cell) {
        if (isNumber(cell)) {
            double value = NumberText.value(cell, decimal.orElse('.'));
            return value == (long) value ? Long.toString((long) value) : Double.toString(value);
        }
        return cell.toLowerCase(Locale.ROOT);
    }

    /** Whether the cell is a number whose worth is beyond doubt. */
    boolean isNumber(String cell) {
        return switch (NumberText.formOf(cell)) {
            case INTEGER -> true;
            case POINT -> decimal.orElse('.') == '.';
            case COMMA -> decimal.orElse('.') == ',';
            case POINT_OR_THOUSANDS, COMMA_OR_THOUSANDS -> decimal.isPresent();
            default -> false;
        };
    }

    /** Keys in code-point order, each with its first spelling. */
    Map<String, String> keys() {
        return keys;
    }

    Map<String, Long> spellings() {
        return spellings;
    }

    boolean areMany() {
        return many;
    }

    /** Whether they are one of the pairs, or half of one, that mean yes and no to everybody. */
    boolean areYesAndNo() {
        return !many && YES_AND_NO.stream().anyMatch(pair -> pair.containsAll(keys.keySet()));
    }

    /** Whether a key means yes, wherever it stands. */
    static boolean isYes(String key) {
        return EVENT_OF.containsValue(key);
    }

    /** What would be yes where a key means no; empty where it does not. */
    static String yesOf(String key) {
        return EVENT_OF.getOrDefault(key, "");
    }

    /** What would be no where a key means yes. */
    static String noOf(String yes) {
        return EVENT_OF.entrySet().stream()
                .filter(pair -> pair.getValue().equals(yes))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Whether they are whole numbers, and no more than so many. */
    boolean areWholeNumbers(int most) {
        return !many
                && keys.size() <= most
                && keys.entrySet().stream()
                        .allMatch(value -> isNumber(value.getValue())
                                && WHOLE.matcher(value.getKey()).matches());
    }

    /** Whether they are two numbers other than 0 and 1. */
    boolean areTwoNumbers() {
        return !many
                && keys.size() == 2
                && !areYesAndNo()
                && keys.values().stream().allMatch(this::isNumber);
    }

    String counts() {
        return Shown.counts(spellings) + (many ? " and others" : "");
    }
}
