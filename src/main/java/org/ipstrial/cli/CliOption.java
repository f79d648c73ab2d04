package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * One option of the command line. Options are stated as values and not as annotations, because reading annotations
 * costs more time at each start than the whole comparison.
 *
 * @param names        the names, the shortest first
 * @param label        what stands for the value on the help page; empty for a flag
 * @param description  the words of the help page
 * @param defaultValue the value where the user gives none, or empty
 * @param shape        how often it is given, and whether a comma parts its values
 * @param hidden       whether the help page passes it over
 * @param words        the values that there are, where the option says so: what else is given is refused
 */
record CliOption(
        List<String> names,
        String label,
        String description,
        String defaultValue,
        Shape shape,
        boolean hidden,
        List<String> words) {

    /** How values are given. */
    enum Shape {
        /** No value: given or not. */
        FLAG,
        /** One value. */
        ONE,
        /** Several, parted by commas or by giving the option again. */
        LIST,
        /** Several, by giving the option again; a comma belongs to the value. */
        REPEATED
    }

    static CliOption flag(String shortName, String name, String description) {
        return new CliOption(List.of(shortName, name), "", description, "", Shape.FLAG, false, List.of());
    }

    static CliOption flag(String name, String description) {
        return new CliOption(List.of(name), "", description, "", Shape.FLAG, false, List.of());
    }

    static CliOption one(String name, String label, String description) {
        return new CliOption(List.of(name), label, description, "", Shape.ONE, false, List.of());
    }

    static CliOption list(String name, String label, String description) {
        return new CliOption(List.of(name), label, description, "", Shape.LIST, false, List.of());
    }

    static CliOption repeated(String name, String label, String description) {
        return new CliOption(List.of(name), label, description, "", Shape.REPEATED, false, List.of());
    }

    /** The same option with a value where the user gives none. */
    CliOption orElse(String value) {
        return new CliOption(names, label, description + " (default: " + value + ").", value, shape, hidden, words);
    }

    /** The same option with a one-letter name too. */
    CliOption orShort(String shortName) {
        List<String> both = new ArrayList<>(List.of(shortName));
        both.addAll(names);
        return new CliOption(both, label, description, defaultValue, shape, hidden, words);
    }

    /** The same option, whose value, or each of whose values, must be one of some words. */
    CliOption among(List<String> known) {
        return new CliOption(names, label, description, defaultValue, shape, hidden, known);
    }

    /** The same option in other words. */
    CliOption saying(String other) {
        return new CliOption(names, label, other, defaultValue, shape, hidden, words);
    }

    /** The same option, passed over by the help page. */
    CliOption forLater() {
        return new CliOption(names, label, description, defaultValue, shape, true, words);
    }

    /** The long name. */
    String name() {
        return names.get(names.size() - 1);
    }

    /**
     * The option as picocli wants it; a new one for each command.
     *
     * @param candidates what may stand for its value; asked for only to complete a command line
     */
    OptionSpec spec(Iterable<String> candidates) {
        OptionSpec.Builder builder = OptionSpec.builder(names.toArray(String[]::new))
                .paramLabel(label)
                .hidden(hidden)
                .completionCandidates(candidates)
                .description(description.replace("%", "%%"));
        return switch (shape) {
            case FLAG -> builder.arity("0").type(boolean.class).build();
            case ONE -> builder.arity("1").type(String.class).build();
            case LIST ->
                builder.arity("1")
                        .splitRegex(",")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .build();
            case REPEATED ->
                builder.arity("1").type(List.class).auxiliaryTypes(String.class).build();
        };
    }

    /** Whether the user gave it. */
    boolean given(ParseResult parsed) {
        return parsed.hasMatchedOption(name());
    }

    /** The value, given or by default. */
    Optional<String> value(ParseResult parsed) {
        String value = parsed.matchedOptionValue(name(), defaultValue);
        return value.isEmpty() && !given(parsed) ? Optional.empty() : Optional.of(value);
    }

    /** The values, in the order given. */
    List<String> values(ParseResult parsed) {
        List<String> none = List.of();
        return List.copyOf(parsed.matchedOptionValue(name(), none));
    }

    /**
     * The value as a whole number.
     *
     * @throws org.ipstrial.finding.RefusedException if it is none, or not from {@code least} to {@code most}
     */
    Optional<Long> number(ParseResult parsed, long least, long most) {
        return value(parsed).map(text -> OptionChecks.number(name(), text, least, most));
    }

    /**
     * The value, which must be one of the option's words.
     *
     * @throws org.ipstrial.finding.RefusedException if it is none of them
     */
    Optional<String> oneOf(ParseResult parsed) {
        return oneOf(parsed, words);
    }

    /**
     * The values, each of which must be one of the option's words.
     *
     * @throws org.ipstrial.finding.RefusedException if one is none of them
     */
    List<String> allOf(ParseResult parsed) {
        return values(parsed).stream()
                .map(text -> OptionChecks.oneOf(name(), text, words))
                .toList();
    }

    /**
     * The value, which must be one of some words: the option's, and such as are refused in a way of their own.
     *
     * @throws org.ipstrial.finding.RefusedException if it is none of them
     */
    Optional<String> oneOf(ParseResult parsed, List<String> words) {
        return value(parsed).map(text -> OptionChecks.oneOf(name(), text, words));
    }
}
