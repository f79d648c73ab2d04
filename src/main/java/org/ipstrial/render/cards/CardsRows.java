package org.ipstrial.render.cards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.render.cards.CardsRow.Stat;

/**
 * The results of a table as rows of analysis results data.
 *
 * <p>What cards has functions for stands under the contexts of those functions, in the words that every version of gtsummary
 * takes: {@code continuous}, {@code categorical}, {@code dichotomous}, {@code missing}, {@code attributes}, {@code total_n},
 * {@code proportion_ci}, {@code smd_smd}. All else stands under {@code ipstrial_} and its measure.
 */
final class CardsRows {

    /** Rules under which those assessed are the denominator. */
    private static final Set<String> AS_ASSESSED = Set.of("", "none-missing", "complete-cases");

    /** What the groups are of commands whose groups are no arms. */
    private static final Map<String, String> GROUPS =
            Map.of("meta", "study", "fidelity", "team", "screening", "group", "reconcile", "group");

    private static final String LEVEL = "level";
    private static final String CATEGORICAL = "categorical";
    private static final String TOTAL = "..ard_total_n..";

    private final ResultTable table;
    private final String groupName;
    private final boolean ofArms;
    private final Map<ResultKey, Result> byKey = new HashMap<>();
    private final List<CardsRow> rows = new ArrayList<>();

    private CardsRows(ResultTable table) {
        this.table = table;
        this.ofArms = !GROUPS.containsKey(table.command());
        this.groupName = ofArms ? table.settings().getOrDefault("arm", "arm").toString() : GROUPS.get(table.command());
        table.results().forEach(result -> byKey.put(result.key(), result));
    }

    /** The rows, analysis by analysis: the arms and the variables, then the results in their order. */
    static List<CardsRow> of(ResultTable table) {
        CardsRows rows = new CardsRows(table);
        Map<String, List<Result>> analyses = new LinkedHashMap<>();
        table.results().forEach(result -> analyses.computeIfAbsent(result.key().analysis(), any -> new ArrayList<>())
                .add(result));
        analyses.values().forEach(results -> {
            if (rows.ofArms) {
                rows.arms(results);
            }
            rows.attributes(results);
            results.forEach(rows::result);
        });
        return rows.rows;
    }

    /** How many are in each arm and in all, from the first result that tells it. */
    private void arms(List<Result> results) {
        List<Result> counts = results.stream()
                .filter(result -> isCount(result)
                        && result.key().term().isEmpty()
                        && result.key().stratum().isEmpty()
                        && result.cell(Statistic.RANDOMISED).isPresent())
                .toList();
        if (counts.isEmpty()) {
            return;
        }
        ResultKey first = counts.get(0).key();
        List<Result> arms = counts.stream()
                .filter(result -> result.key().outcome().equals(first.outcome())
                        && result.key().timepoint().equals(first.timepoint())
                        && !result.key().group().equals(ResultKey.ALL_ARMS))
                .toList();
        boolean known =
                arms.stream().allMatch(arm -> arm.value(Statistic.RANDOMISED).isPresent());
        Double total = known
                ? arms.stream()
                        .mapToDouble(arm -> arm.value(Statistic.RANDOMISED).orElseThrow())
                        .sum()
                : null;
        for (Result arm : arms) {
            ResultKey all = arm.key().of("").withTimepoint("").ofArm(ResultKey.ALL_ARMS);
            Double people = arm.value(Statistic.RANDOMISED).orElse(null);
            Subject subject =
                    new Subject(all, arm.status(), groupName, arm.key().group(), CATEGORICAL);
            tabulated(
                    subject,
                    people,
                    total,
                    note(arm, Statistic.RANDOMISED),
                    arms.stream()
                            .map(one -> note(one, Statistic.RANDOMISED))
                            .filter(one -> !one.isEmpty())
                            .findFirst()
                            .orElse(""));
        }
        if (known && !arms.isEmpty()) {
            add(
                    new Subject(first.of("").withTimepoint("").ofArm(ResultKey.ALL_ARMS), "", TOTAL, null, "total_n"),
                    Stat.count("N", total),
                    "");
        }
    }

    /** What people call each variable, and what it is. */
    private void attributes(List<Result> results) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Result result : results) {
            String variable = result.key().outcome();
            if (variable.isEmpty()) {
                continue;
            }
            kinds.putIfAbsent(variable, "numeric");
            if (isCount(result)) {
                if (result.key().term().startsWith(LEVEL + "=")) {
                    kinds.put(variable, "character");
                } else if (result.key().term().isEmpty()
                        && result.cell(Statistic.EVENTS).isPresent()) {
                    kinds.put(variable, "logical");
                }
            }
        }
        String analysis = results.get(0).key().analysis();
        kinds.forEach((variable, kind) -> {
            ResultKey key = new ResultKey(analysis, "", "", variable, "", "", "", "", "", Measure.COUNT, "");
            Subject subject = new Subject(key, "", variable, null, "attributes");
            add(subject, Stat.word("label", table.label(variable)), "");
            add(subject, Stat.word("class", kind), "");
        });
    }

    private static boolean isCount(Result result) {
        return result.key().measure() == Measure.COUNT
                && result.key().reference().isEmpty();
    }

    private void result(Result result) {
        ResultKey key = result.key();
        if (isCount(result) && AS_ASSESSED.contains(key.missingRule())) {
            count(result);
        } else if (key.measure() == Measure.SUMMARY && key.term().isEmpty()) {
            summary(result);
        } else if (key.measure() == Measure.PROPORTION && key.method().isEmpty()) {
            // Stands with the count of the level.
            return;
        } else if (key.measure() == Measure.PROPORTION) {
            generic(result, "proportion_ci");
        } else if (key.measure() == Measure.STANDARDISED_MEAN_DIFFERENCE) {
            generic(result, "smd_smd");
        } else {
            generic(result, "ipstrial_" + key.measure().id().replace('-', '_'));
        }
    }

    private void count(Result result) {
        ResultKey key = result.key();
        List<String> about = Names.parts(key.term());
        boolean level = about.size() == 2 && about.get(0).equals(LEVEL);
        if (key.outcome().isEmpty()) {
            if (about.size() == 2) {
                Subject subject = new Subject(key, result.status(), about.get(0), about.get(1), CATEGORICAL);
                Optional<Result> arm = Optional.ofNullable(byKey.get(key.withTerm("")));
                tabulated(subject, result, Statistic.RANDOMISED, arm, Statistic.RANDOMISED);
            } else if (!key.term().isEmpty()) {
                generic(result, "ipstrial_count");
            }
        } else if (level) {
            Statistic of = result.cell(Statistic.EVENTS).isPresent() ? Statistic.EVENTS : Statistic.RANDOMISED;
            Subject subject = new Subject(key, result.status(), key.outcome(), about.get(1), CATEGORICAL);
            tabulated(subject, result, of, Optional.ofNullable(byKey.get(key.withTerm(""))), Statistic.ASSESSED);
        } else if (key.term().isEmpty()) {
            missing(result);
            if (result.cell(Statistic.EVENTS).isPresent()) {
                tabulated(
                        new Subject(key, result.status(), key.outcome(), Boolean.TRUE, "dichotomous"),
                        result,
                        Statistic.EVENTS,
                        Optional.of(result),
                        Statistic.ASSESSED);
            }
        } else {
            generic(result, "ipstrial_count");
        }
    }

    private void tabulated(Subject subject, Result part, Statistic of, Optional<Result> whole, Statistic all) {
        tabulated(
                subject,
                part.value(of).orElse(null),
                whole.flatMap(one -> one.value(all)).orElse(null),
                note(part, of),
                whole.map(one -> note(one, all)).orElse("unknown"));
    }

    private void tabulated(Subject subject, Double part, Double whole, String partNote, String wholeNote) {
        add(subject, Stat.count("n", part), partNote);
        add(subject, Stat.count("N", whole), wholeNote);
        Double share = part == null || whole == null || whole == 0 ? null : Double.valueOf(part / whole);
        String why = partNote.isEmpty() ? wholeNote : partNote;
        add(subject, Stat.share("p", share), share == null && why.isEmpty() ? "nobody" : share == null ? why : "");
    }

    private void missing(Result result) {
        Subject subject =
                new Subject(result.key(), result.status(), result.key().outcome(), null, "missing");
        Optional<Double> assessed = result.value(Statistic.ASSESSED);
        Optional<Double> missing = result.value(Statistic.MISSING);
        if (result.cell(Statistic.ASSESSED).isEmpty()
                || result.cell(Statistic.MISSING).isEmpty()) {
            return;
        }
        String note = note(result, Statistic.MISSING);
        Double rows =
                assessed.isPresent() && missing.isPresent() ? Double.valueOf(assessed.get() + missing.get()) : null;
        boolean any = rows != null && rows > 0;
        add(subject, Stat.count("N_obs", rows), note);
        add(subject, Stat.count("N_miss", missing.orElse(null)), note);
        add(subject, Stat.count("N_nonmiss", assessed.orElse(null)), note);
        String why = any ? "" : rows == null ? note : "nobody";
        add(subject, Stat.share("p_miss", any ? Double.valueOf(missing.get() / rows) : null), why);
        add(subject, Stat.share("p_nonmiss", any ? Double.valueOf(assessed.get() / rows) : null), why);
    }

    private void summary(Result result) {
        ResultKey key = result.key();
        Subject subject = new Subject(key, result.status(), key.outcome(), null, "continuous");
        Optional<Result> counts = Optional.ofNullable(byKey.get(key.of(Measure.COUNT, "")));
        counts.ifPresent(one -> add(
                subject, Stat.count("N", one.value(Statistic.ASSESSED).orElse(null)), note(one, Statistic.ASSESSED)));
        cells(result, subject);
    }

    private void generic(Result result, String context) {
        ResultKey key = result.key();
        String variable = key.outcome().isEmpty() ? groupName : key.outcome();
        Subject subject = new Subject(key, result.status(), variable, null, context);
        cells(result, subject);
        if (!key.method().isEmpty()) {
            add(subject, Stat.word("method", key.method()), "");
        }
    }

    private void cells(Result result, Subject subject) {
        result.cells()
                .forEach((statistic, cell) -> add(
                        subject,
                        new Stat(
                                statistic.id(),
                                cell.value().isPresent() ? cell.value().getAsDouble() : null,
                                format(statistic, cell.unit())),
                        cell.note()));
    }

    private static Object format(Statistic statistic, Unit unit) {
        if (unit == Unit.COUNT) {
            return 0L;
        }
        if (unit == Unit.P || statistic == Statistic.P_VALUE) {
            return 3L;
        }
        if (unit == Unit.PROPORTION || unit == Unit.PROPORTION_DIFFERENCE) {
            return "xx.x%";
        }
        return unit == Unit.RATIO ? 2L : 1L;
    }

    private static String note(Result result, Statistic statistic) {
        return result.cell(statistic).map(Cell::note).orElse("");
    }

    /** What a row is about. */
    private record Subject(ResultKey key, String status, String variable, Object level, String context) {}

    private void add(Subject subject, Stat stat, String note) {
        List<String> groups = new ArrayList<>();
        ResultKey key = subject.key();
        if (!key.group().isEmpty()) {
            groups.addAll(List.of(groupName, key.group()));
        }
        if (!key.stratum().isEmpty()) {
            if (groups.isEmpty()) {
                groups.addAll(List.of("", ""));
            }
            groups.addAll(Names.parts(key.stratum()));
        }
        rows.add(new CardsRow(
                key, subject.status(), groups, subject.variable(), subject.level(), subject.context(), stat, note));
    }
}
