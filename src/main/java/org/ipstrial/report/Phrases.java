package org.ipstrial.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.arms.AgainstControlMethods;
import org.ipstrial.disclosure.CellPolicy;

/** The phrases that several reports share: intervals, reasons, methods. */
final class Phrases {

    private static final String COMPARE = "compare";

    private final Words words;

    Phrases(Words words) {
        this.words = words;
    }

    /** The number of a statistic, or why there is none. */
    String number(Result result, Statistic statistic, DoubleFunction<String> shown) {
        Cell cell = result.cells().get(statistic);
        return cell.value().isPresent() ? shown.apply(cell.value().getAsDouble()) : reason(cell.note());
    }

    /** Both limits as {@code 2.4 to 19.4}, an open end in words, or why there is no interval. */
    String interval(Result result, DoubleFunction<String> shown) {
        return interval(result.cells().get(Statistic.CONF_LOW), result.cells().get(Statistic.CONF_HIGH), shown);
    }

    /** The same of two limits. */
    String interval(Cell low, Cell high, DoubleFunction<String> shown) {
        boolean hasLow = low.value().isPresent();
        boolean hasHigh = high.value().isPresent();
        if (hasLow && hasHigh) {
            return words.get(
                    "interval",
                    shown.apply(low.value().getAsDouble()),
                    shown.apply(high.value().getAsDouble()));
        }
        if (hasLow) {
            return words.get("interval.or-more", shown.apply(low.value().getAsDouble()));
        }
        if (hasHigh) {
            return words.get("interval.or-less", shown.apply(high.value().getAsDouble()));
        }
        return reason(low.note());
    }

    /** The sentence of a contrast that has no difference to tell. */
    String noDifference(Section.Contrast contrast, Result difference) {
        String note = difference.cells().get(Statistic.ESTIMATE).note();
        return words.get(
                note.equals(CellPolicy.NOTE) ? "sentence.hidden" : "sentence.none",
                contrast.group(),
                contrast.reference(),
                reason(note));
    }

    /** Why a number does not exist. */
    String reason(String note) {
        return words.get("note." + note);
    }

    /** The confidence level as a percentage without needless decimals. */
    static String level(Result result) {
        return percent(result.value(Statistic.CONF_LEVEL).orElseThrow());
    }

    /** A fraction as a percentage without needless decimals. */
    static String percent(double level) {
        return Rounding.shortPercent(level);
    }

    /** The confidence level of a table, in the same way. */
    String level(ResultTable ofTable) {
        return percent((double) ofTable.settings().get("level"));
    }

    /** The name of a result's method in words, or its id where the catalogue does not have it. */
    String method(Result result) {
        return words.methods().of(result);
    }

    /** Whether the methods of an analysis are told of elsewhere: by prognosis itself, or by the test that goes with it. */
    private static boolean isToldElsewhere(Result result) {
        return result.key().term().startsWith("prognosis=")
                || Names.isAlong(result.key().term())
                || Names.isHypothesis(result.key().term());
    }

    /** What a result measures, in words. With covariates odds ratios are of two kinds, and say which. */
    String measure(Result result) {
        Measure measure = result.key().measure();
        if (isOfLevels(result)) {
            return words.get("levels.odds-ratio");
        }
        boolean twofold = measure == Measure.ODDS_RATIO || measure == Measure.CONDITIONAL_ODDS_RATIO;
        return words.get((twofold && Names.isAdjusted(result.key().term()) ? "adjusted." : "measure.") + measure.id());
    }

    /** Whether a result is an odds ratio of ordered levels: neither within strata nor among people alike. */
    private static boolean isOfLevels(Result result) {
        return result.key().measure() == Measure.CONDITIONAL_ODDS_RATIO
                && !Names.isStrata(result.key().term())
                && !Names.isAdjusted(result.key().term())
                && !Names.isAtCut(result.key().term());
    }

    /** The heading of a section, and of its stratum if it is of one. */
    List<Block> headings(ResultTable table, Section section) {
        Block outcome = new Block.Heading(1, table.label(section.outcome()));
        return section.stratum().isEmpty()
                ? List.of(outcome)
                : List.of(new Block.Heading(
                        2, table.label(section.outcome()) + ", " + Names.shown(section.stratum(), table::label)));
    }

    /** Whether a result is more than the adjusted p-value of another. */
    static boolean standsAlone(Result result) {
        return !result.cells().containsKey(Statistic.P_ADJUSTED)
                || result.key().method().equals(AgainstControlMethods.STUDENT_DUNNETT);
    }

    private static boolean resampled(Result result) {
        return result.key().method().startsWith("bootstrap")
                || result.key().method().equals("permutation");
    }

    private static boolean adjusts(ResultTable table) {
        return table.results().stream()
                .anyMatch(result -> Names.isAdjusted(result.key().term()));
    }

    /** The methods of some measures, in that order, and what else the numbers rest on, in one line. */
    Block closing(ResultTable table, List<Measure> measures) {
        StringJoiner line = new StringJoiner("; ");
        for (Measure measure : measures) {
            if (measure == Measure.TEST && table.command().equals(COMPARE)) {
                Set<String> ofAllArms = names(table, AllArmsLines::isOverAllArms);
                if (!ofAllArms.isEmpty()) {
                    line.add(words.get(
                            "methods.measure",
                            words.get("arms.test"),
                            String.join(" " + words.get("and") + " ", ofAllArms)));
                }
            }
            Set<String> names = names(
                    table,
                    result -> result.key().measure() == measure
                            && !(table.command().equals(COMPARE) && AllArmsLines.isOverAllArms(result)));
            if (!names.isEmpty()) {
                boolean conditional = measure == Measure.CONDITIONAL_ODDS_RATIO && adjusts(table);
                String all = String.join(" " + words.get("and") + " ", names);
                boolean levels = measure == Measure.CONDITIONAL_ODDS_RATIO
                        && table.results().stream().anyMatch(Phrases::isOfLevels);
                String key = levels ? "levels.odds-ratio" : (conditional ? "adjusted." : "measure.") + measure.id();
                line.add(words.get("methods.measure", words.get(key), all));
            }
        }
        if (table.settings().containsKey("multiplicity")) {
            line.add(words.get(
                    multiplicity(table),
                    words.methods()
                            .adjustment(table.settings().get("multiplicity").toString())));
        }
        if (table.results().stream().anyMatch(result -> result.key().measure() == Measure.SUMMARY)) {
            line.add(words.get("methods.quartiles", table.settings().get("quantile-type")));
        }
        if (table.results().stream().anyMatch(Phrases::resampled)) {
            line.add(words.get("methods.resamples", table.settings().get("resamples")));
        }
        if (table.settings().containsKey("min-cell")) {
            line.add(words.get("methods.min-cell", table.settings().get("min-cell")));
        }
        line.add(words.get("methods.level", percent((double) table.settings().get("level"))));
        line.add(words.get("methods.seed", String.valueOf(table.settings().get("seed"))));
        return new Block.Paragraph(words.get("methods", line));
    }

    private Set<String> names(ResultTable table, Predicate<Result> which) {
        Set<String> names = new LinkedHashSet<>();
        table.results().stream()
                .filter(result -> which.test(result) && !isToldElsewhere(result) && standsAlone(result))
                .forEach(result -> names.add(method(result)));
        // A share that only describes has no method.
        names.remove("");
        return names;
    }

    private static String multiplicity(ResultTable table) {
        if (table.command().equals("subgroups")) {
            return "methods.multiplicity.subgroups";
        }
        return table.settings().get("multiplicity").equals(AgainstControlMethods.DUNNETT)
                ? "methods.multiplicity.dunnett"
                : "methods.multiplicity";
    }

    /** Whether missing outcomes were filled, as the plan says. */
    static boolean isFilled(Result result) {
        return result.key().missingRule().startsWith("all-missing");
    }

    /** What the plan does about missing outcomes, where it fills them and there are any. */
    Optional<Block> filled(Section section) {
        Result counts = section.first(section.arms().get(0), Measure.COUNT).orElseThrow();
        return isFilled(counts)
                ? Optional.of(
                        new Block.Paragraph(words.get("missing." + counts.key().missingRule())))
                : Optional.empty();
    }
}
