package org.ipstrial.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.disclosure.ReleasedTable;

/**
 * What settings say in words, in the language of a page: settings are results, and so the same in all languages. Names of
 * the data, of options and of methods stay; of what is not known here nothing is changed.
 *
 * @param words the words
 */
record Stated(Words words) {

    private static final Pattern LOCKED =
            Pattern.compile("(matches|differs from) the plan locked on (\\S+), (before|after)"
                    + " the data were hashed; a local lock is no independent proof(?:; other data since: (.*))?");
    private static final Pattern DERIVED = Pattern.compile("([a-z-]+) of (.+)");
    private static final Pattern SOURCE = Pattern.compile("(.+) from (spells|weeks)");
    private static final Pattern RANGE = Pattern.compile("range (\\S+) to (\\S+)");
    private static final Pattern LIMITS = Pattern.compile("(-?[0-9.]+) to (-?[0-9.]+)");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");
    private static final Pattern TIME = Pattern.compile("([0-9.]+) (days?|weeks?|months?|years?)");
    private static final Pattern OVERRIDE = Pattern.compile("(.+) \\((?:the plan does not say|plan: (.*))\\)");
    private static final Pattern DRAWS = Pattern.compile("([0-9]+) of ([0-9]+) draws of (.+) in (.+)");
    private static final String VERSUS = " vs ";
    private static final String ALL_ARMS = "all arms: ";

    /** What an outcome's definition may begin with, the longer first. */
    private static final List<String> NAMED = List.of(
            "event column ", "cause column ", "event ", "column ", "timepoint ", "unit ", "at least ", "levels ");

    private static final Map<String, String> WHOLE = Map.of(
            "not locked",
            "stated.not-locked",
            "lower is better",
            "stated.lower-is-better",
            "only those who started, which nobody knew at randomisation",
            "stated.only-started");

    /** Results with the words for people in the language of a page as far as the program chose them. */
    static ResultTable table(ReleasedTable released, Language language) {
        ResultTable table = released.table();
        Stated stated = new Stated(Words.of(language));
        Map<String, String> labels = new LinkedHashMap<>();
        table.labels().forEach((name, label) -> labels.put(name, stated.label(label)));
        return new ResultTable(
                table.command(),
                table.inputs(),
                table.settings(),
                labels,
                table.results(),
                table.series(),
                table.findings());
    }

    /** A label behind which the time of its outcome stands. */
    private String label(String label) {
        int comma = label.lastIndexOf(", ");
        return comma < 0 ? label : label.substring(0, comma + 2) + time(label.substring(comma + 2));
    }

    /** How the plan agrees with its lock. */
    String lock(Object setting) {
        Matcher locked = LOCKED.matcher(setting.toString());
        if (!locked.matches()) {
            return whole(setting.toString());
        }
        String text = words.get(
                "stated.lock." + locked.group(1).split(" ")[0] + "." + locked.group(3), Numerals.day(locked.group(2)));
        return locked.group(4) == null ? text : text + words.get("stated.lock.other-data", locked.group(4));
    }

    /** The status of an analysis. */
    String status(Object setting) {
        return words.getOr("stated.status." + setting, setting.toString());
    }

    /** What is not as planned. */
    String overrides(Object setting) {
        return each(setting, "; ", text -> {
            Matcher override = OVERRIDE.matcher(text);
            if (!override.matches()) {
                return text;
            }
            return override.group(2) == null
                    ? words.get("stated.override.new", override.group(1))
                    : words.get("stated.override", override.group(1), override.group(2));
        });
    }

    /** Who is in an analysis set. */
    String set(Object setting) {
        return each(
                setting,
                "; ",
                text -> text.startsWith("where ")
                        ? words.get("stated.where", text.substring("where ".length()))
                        : whole(text));
    }

    /** How an outcome is read. */
    String outcome(Object setting) {
        return each(setting, ", ", this::piece);
    }

    /** A hypothesis. */
    String hypothesis(Object setting) {
        String text = setting.toString();
        if (text.startsWith(ALL_ARMS)) {
            return words.get("stated.all-arms") + text.substring(ALL_ARMS.length() - 2);
        }
        // Where an arm is named so that the two cannot be told apart, the words stay as they are.
        int between = text.indexOf(VERSUS);
        return between >= 0 && between == text.lastIndexOf(VERSUS)
                ? words.get("contrast", text.substring(0, between), text.substring(between + VERSUS.length()))
                : text;
    }

    /** Which draws needed rows added. */
    String augmented(Object setting) {
        return each(setting, "; ", text -> {
            Matcher draws = DRAWS.matcher(text);
            return draws.matches()
                    ? words.get(
                            "imputed.augmented.draws",
                            Numerals.number(draws.group(1)),
                            Numerals.number(draws.group(2)),
                            draws.group(3),
                            draws.group(4).equals("all arms") ? words.get("imputed.all-arms") : draws.group(4))
                    : text;
        });
    }

    /** A range of amounts. */
    String range(Object setting) {
        Matcher limits = LIMITS.matcher(setting.toString());
        return limits.matches()
                ? words.get("interval", Numerals.number(limits.group(1)), Numerals.number(limits.group(2)))
                : setting.toString();
    }

    /** A length of time. */
    String time(Object setting) {
        Matcher time = TIME.matcher(setting.toString());
        return time.matches()
                ? words.get("stated.time", Numerals.number(time.group(1)), unit(time.group(2)))
                : number(setting.toString());
    }

    /** A number that stands alone, and any other text as it is. */
    static String number(String text) {
        return NUMBER.matcher(text).matches() ? Numerals.number(text) : text;
    }

    /** A unit. */
    String unit(String unit) {
        return words.getOr("unit." + unit, unit);
    }

    private String piece(String text) {
        for (String name : NAMED) {
            if (text.startsWith(name)) {
                String value = text.substring(name.length());
                String key = "stated." + name.strip().replace(' ', '-');
                return words.get(key, name.equals("unit ") ? unit(value) : time(value));
            }
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return words.get("stated.range", range(text.substring("range ".length())));
        }
        Matcher source = SOURCE.matcher(text);
        String from = source.matches() ? source.group(1) : text;
        Matcher derived = DERIVED.matcher(from);
        String of = derived.matches()
                ? words.get(
                        "stated.of",
                        words.getOr("stated.derive." + derived.group(1), derived.group(1)),
                        derived.group(2))
                : from;
        return source.matches()
                ? words.get("stated.from", of, words.get("stated.source." + source.group(2)))
                : derived.matches() ? of : whole(text);
    }

    private String whole(String text) {
        return WHOLE.containsKey(text) ? words.get(WHOLE.get(text)) : words.getOr("stated.kind." + text, text);
    }

    private interface Change {
        String of(String text);
    }

    private static String each(Object setting, String between, Change change) {
        return Arrays.stream(setting.toString().split(between, -1))
                .map(change::of)
                .collect(Collectors.joining(between));
    }
}
