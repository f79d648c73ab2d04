package org.ipstrial.ard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How {@code name=value} pairs stand in the columns {@code stratum} and {@code term}. */
public final class Names {

    private static final String STRATA = "strata";

    private static final String ADJUSTED = "adjusted-for";

    private static final String CUT = "cut";

    private static final String HYPOTHESIS = "hypothesis";

    private static final String LEVEL = "level";

    private static final String OUTCOME_LEVEL = "outcome-level";

    private static final String TIPPING = "tipping;";

    private static final String MISSING = "missing=";

    private static final String MISSING_OF = "missing-of=";

    private static final String POOLING = "pooling=";

    private static final String TRACE = "trace;";

    private static final String HAZARD_TREND = "hazard-trend;";

    private static final String CAUSE = "cause";

    /** The term of a time that ends in what the outcome is about, where other ends compete. */
    public static final String OWN_EVENT = pair(CAUSE, "event");

    private Names() {}

    /** The term of what tells how the results of completed data sets were pooled. */
    public static String pooling(String what) {
        return POOLING + what;
    }

    /** The series of the draws of one variable in one arm, or in all. */
    public static String trace(ResultKey arm, String variable) {
        String name = TRACE + pair("outcome", arm.outcome()) + ";" + pair("group", arm.group()) + ";"
                + pair("variable", variable);
        return arm.stratum().isEmpty() ? name : name + ";" + arm.stratum();
    }

    /** Whether a series is of draws. */
    public static boolean isTrace(String series) {
        return series.contains(TRACE);
    }

    /** The series of the tipping grid of a contrast. */
    public static String tipping(ResultKey contrast) {
        String name = TIPPING + pair("outcome", contrast.outcome()) + ";" + pair("group", contrast.group()) + ";"
                + pair("reference", contrast.reference());
        return contrast.stratum().isEmpty() ? name : name + ";" + contrast.stratum();
    }

    /** The series of how the hazard ratio of a contrast goes with time. */
    public static String hazardTrend(ResultKey contrast) {
        return HAZARD_TREND + pair("group", contrast.group()) + ";" + pair("reference", contrast.reference());
    }

    /** Whether a series is of that. */
    public static boolean isHazardTrend(String series) {
        return series.startsWith(HAZARD_TREND) || series.contains(";" + HAZARD_TREND);
    }

    /** The term of those who lack some variables, and no others. */
    public static String missingPattern(List<String> variables) {
        return variables.isEmpty()
                ? MISSING
                : variables.stream().map(variable -> pair("missing", variable)).collect(Collectors.joining(";"));
    }

    /** Whether a term is of that kind. */
    public static boolean isMissingPattern(String term) {
        return term.startsWith(MISSING);
    }

    /** The term of what compares those whose outcome is missing with those who were assessed. */
    public static String missingOf(String outcome) {
        return MISSING_OF + pair("", outcome).substring(1);
    }

    /** The term of what describes either of them. */
    public static String missingOf(String outcome, String people) {
        return missingOf(outcome) + ";" + pair("people", people);
    }

    /** Whether a term is of either kind. */
    public static boolean isMissingOf(String term) {
        return term.startsWith(MISSING_OF);
    }

    /** The term of results of a model with some covariates. */
    public static String adjusted(List<String> covariates) {
        return pair(ADJUSTED, String.join(",", covariates));
    }

    /** Whether a term is that of results of a model with covariates. */
    public static boolean isAdjusted(String term) {
        // In a value the sign of equality has a backslash before it.
        return term.startsWith(ADJUSTED + "=") || term.contains(";" + ADJUSTED + "=");
    }

    /**
     * The term of what is told of being above a level, or an amount.
     *
     * @param term of what is told, possibly empty
     */
    public static String atCut(String term, String cut) {
        return (term.isEmpty() ? "" : term + ";") + pair(CUT, cut);
    }

    /** Whether a term is that of what is told of being above a level, or an amount. */
    public static boolean isAtCut(String term) {
        return term.startsWith(CUT + "=") || term.contains(";" + CUT + "=");
    }

    /** The measure on whose scale a result is, if its term names one. */
    public static Optional<String> scale(String term) {
        List<String> parts = parts(term);
        return IntStream.range(0, parts.size() / 2)
                .filter(pair -> parts.get(2 * pair).equals("scale"))
                .mapToObj(pair -> parts.get(2 * pair + 1))
                .findFirst();
    }

    /** The term of an effect at a value of an amount. */
    public static String along(String column, String at) {
        return pair("by", column) + ";" + pair("at", at);
    }

    /** Whether a term is that of an effect at a value of an amount. */
    public static boolean isAlong(String term) {
        List<String> parts = parts(term);
        return (parts.size() == 4 || isAdjusted(term))
                && parts.size() >= 4
                && parts.get(0).equals("by")
                && parts.get(2).equals("at");
    }

    /** The term of what is told of a level of a category, or of an outcome of ordered levels. */
    public static String level(String level) {
        return pair(LEVEL, level);
    }

    /** Whether a term is of that kind. */
    public static boolean isLevel(String term) {
        return term.startsWith(LEVEL + "=");
    }

    /** The term of people at one level of an outcome of ordered levels, among those whom a term is about. */
    public static String atOutcomeLevel(String term, String level) {
        return term + ";" + pair(OUTCOME_LEVEL, level);
    }

    /** The term of results that combine the crossed strata of some columns. */
    public static String strata(List<String> columns) {
        return pair(STRATA, String.join(",", columns));
    }

    /** Whether a term is that of one of several ends that compete, over everybody. */
    public static boolean isCause(String term) {
        return term.startsWith(CAUSE + "=") && parts(term).size() == 2;
    }

    /** The term of one of the hypotheses of a plan, by its place among them. */
    public static String hypothesis(int number) {
        return pair(HYPOTHESIS, String.valueOf(number));
    }

    /**
     * The term of what a hypothesis has from elsewhere.
     *
     * @param from the place of another hypothesis, or a word
     */
    public static String hypothesis(int number, String from) {
        return hypothesis(number) + ";" + pair("from", from);
    }

    /** Whether a term is that of a hypothesis of a plan. */
    public static boolean isHypothesis(String term) {
        return term.startsWith(HYPOTHESIS + "=");
    }

    /** Whether a term is that of results that combine strata. */
    public static boolean isStrata(String term) {
        return term.startsWith(STRATA + "=");
    }

    /**
     * One pair, with a backslash before every {@code =}, {@code ;} and backslash that belongs to the name or the value.
     */
    public static String pair(String name, String value) {
        return escaped(name) + "=" + escaped(value);
    }

    /**
     * The pairs as people read them: {@code name: value}, joined by a comma, with no backslashes.
     *
     * @param label what people call a name
     */
    public static String shown(String pairs, UnaryOperator<String> label) {
        StringBuilder text = new StringBuilder();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < pairs.length(); i++) {
            char c = pairs.charAt(i);
            if (c == '\\' && i + 1 < pairs.length()) {
                part.append(pairs.charAt(++i));
            } else if (c == '=') {
                text.append(label.apply(part.toString())).append(": ");
                part.setLength(0);
            } else if (c == ';') {
                text.append(part).append(", ");
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        return text.append(part).toString();
    }

    /** The names and values of pairs, one after the other, with no backslashes. */
    public static List<String> parts(String pairs) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < pairs.length(); i++) {
            char c = pairs.charAt(i);
            if (c == '=' || c == ';') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c == '\\' && i + 1 < pairs.length() ? pairs.charAt(++i) : c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** The value of one pair as people read it, with no backslashes. */
    public static String shownValue(String pair) {
        return shown(pair, name -> "").substring(": ".length());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("=", "\\=").replace(";", "\\;");
    }
}
