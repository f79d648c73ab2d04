package org.ipstrial.analysis.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipstrial.analysis.Results;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.BinaryMethods;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.dataset.claims.EffectKind;
import org.ipstrial.dataset.claims.Printed;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.consistency.PrintedNumber;
import org.ipstrial.stats.consistency.Window;
import org.ipstrial.stats.contingency.NumberNeededToTreat;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.TwoByTwoEffect;
import org.ipstrial.stats.contingency.TwoByTwoTest;

/** Which methods give the printed limits and the printed p-value on the counts that fit. */
final class IntervalChecks {

    static final String P_VALUE = "p-value";

    private static final int MOST_TABLES = 20;
    private static final long MOST_PEOPLE_FOR_EXACT = 200;

    private final Claim claim;
    private final PrintedEffect printed;
    private final Optional<Printed> p;
    private final double level;

    IntervalChecks(Claim claim, PrintedEffect printed, Optional<Printed> p, double level) {
        this.claim = claim;
        this.printed = printed;
        this.p = p;
        this.level = level;
    }

    /** What the tables that fit the estimate say of its limits and its p-value. */
    List<Result> of(List<TwoByTwo> tables, boolean known) {
        List<Result> results = new ArrayList<>();
        boolean interval = printed.low().isPresent() && printed.high().isPresent();
        if (tables.size() > MOST_TABLES) {
            if (interval) {
                results.add(claim.notTestable("interval", "too-many-counts"));
            }
            p.ifPresent(any -> results.add(claim.notTestable(P_VALUE, "too-many-counts")));
            return results;
        }
        if (interval) {
            results.addAll(intervals(tables, known));
        }
        p.ifPresent(any -> results.addAll(tests(tables, known)));
        return results;
    }

    private List<Result> intervals(List<TwoByTwo> tables, boolean known) {
        List<Result> rows = new ArrayList<>();
        long agree = 0;
        long cut = 0;
        for (TwoByTwo table : tables) {
            for (Method<TwoByTwoEffect> method : family().methods()) {
                if (table.assessed() > MOST_PEOPLE_FOR_EXACT && method.id().equals("exact-score")) {
                    continue;
                }
                Result row = row(table, method);
                rows.add(row);
                String note = row.cell(Statistic.FITS).orElseThrow().note();
                agree += note.equals("agrees") ? 1 : 0;
                cut += note.equals("agrees-if-cut") ? 1 : 0;
            }
        }
        List<Result> results = new ArrayList<>();
        if (agree > 0) {
            results.add(
                    known
                            ? claim.verdict("interval", Verdict.CONSISTENT, "", agree)
                            : claim.verdict("interval", Verdict.ONLY_IF, "other-n", agree));
        } else if (cut > 0) {
            results.add(claim.verdict("interval", Verdict.ONLY_IF, "digits-cut-off", cut));
        } else {
            results.add(claim.verdict("interval", Verdict.ONLY_IF, "other-method", 0));
        }
        results.addAll(rows);
        return results;
    }

    private Family<TwoByTwoEffect> family() {
        return switch (printed.kind()) {
            case RISK_RATIO -> BinaryMethods.RISK_RATIO;
            case ODDS_RATIO -> BinaryMethods.ODDS_RATIO;
            default -> BinaryMethods.RISK_DIFFERENCE;
        };
    }

    /** The recomputed effect, and whether its limits are printed so. */
    private Result row(TwoByTwo table, Method<TwoByTwoEffect> method) {
        Estimate estimate = method.function().of(table, level);
        Unit unit = printed.kind() == EffectKind.RISK_DIFFERENCE ? Unit.PROPORTION_DIFFERENCE : Unit.RATIO;
        Measure measure = family().measure();
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        if (printed.kind() == EffectKind.NUMBER_NEEDED_TO_TREAT) {
            unit = Unit.PEOPLE;
            measure = Measure.NUMBER_NEEDED_TO_TREAT;
            NumberNeededToTreat number = NumberNeededToTreat.of(estimate, true);
            cells.put(Statistic.ESTIMATE, Results.cell(number.estimate(), unit));
            cells.put(Statistic.CONF_LOW, Results.cell(number.intervals().get(0).low(), unit));
            cells.put(
                    Statistic.CONF_HIGH, Results.cell(number.intervals().get(0).high(), unit));
        } else {
            cells.putAll(Results.of(claim.base(), estimate, unit, level).cells());
            cells.remove(Statistic.STD_ERROR);
        }
        cells.put(Statistic.CONF_LEVEL, Cell.of(level, Unit.PROPORTION));
        double scale = printed.scale();
        OptionalDouble low = cells.get(Statistic.CONF_LOW).value();
        OptionalDouble high = cells.get(Statistic.CONF_HIGH).value();
        String note = "differs";
        if (low.isPresent() && high.isPresent()) {
            PrintedNumber wantedLow = printed.low().orElseThrow();
            PrintedNumber wantedHigh = printed.high().orElseThrow();
            double l = low.getAsDouble() * scale;
            double h = high.getAsDouble() * scale;
            if (wantedLow.agrees(l) && wantedHigh.agrees(h)) {
                note = "agrees";
            } else if (wantedLow.agreesIfCut(l) && wantedHigh.agreesIfCut(h)) {
                note = "agrees-if-cut";
            }
        }
        cells.put(Statistic.FITS, Cell.count(note.equals("differs") ? 0 : 1).withNote(note));
        return new Result(claim.key(measure, method.id(), counts(table)), cells, "");
    }

    private List<Result> tests(List<TwoByTwo> tables, boolean known) {
        Printed wanted = p.orElseThrow();
        List<Result> rows = new ArrayList<>();
        long agree = 0;
        for (TwoByTwo table : tables) {
            for (Method<TwoByTwoTest> method : BinaryMethods.TEST.methods()) {
                boolean slow = method.id().equals("boschloo") || method.id().equals("barnard");
                if (slow && table.assessed() > MOST_PEOPLE_FOR_EXACT) {
                    continue;
                }
                TestResult test = method.function().of(table);
                OptionalDouble value = test.pValue().ifEstimated();
                boolean same =
                        value.isPresent() && pAgrees(wanted, new Window(value.getAsDouble(), value.getAsDouble()));
                agree += same ? 1 : 0;
                Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
                cells.put(Statistic.P_VALUE, Results.cell(test.pValue(), Unit.P));
                cells.put(Statistic.FITS, Cell.count(same ? 1 : 0).withNote(same ? "agrees" : "differs"));
                rows.add(new Result(claim.key(Measure.TEST, method.id(), counts(table)), cells, ""));
            }
        }
        List<Result> results = new ArrayList<>();
        if (agree == 0) {
            results.add(claim.verdict(P_VALUE, Verdict.ONLY_IF, "other-test", 0));
        } else {
            results.add(
                    known
                            ? claim.verdict(P_VALUE, Verdict.CONSISTENT, "", agree)
                            : claim.verdict(P_VALUE, Verdict.ONLY_IF, "other-n", agree));
        }
        results.addAll(rows);
        return results;
    }

    /** Whether a printed p-value can be one of a range. */
    static boolean pAgrees(Printed p, Window range) {
        if (p.relation() == '<') {
            return range.low() < p.value().doubleValue();
        }
        return p.relation() == '>'
                ? range.high() > p.value().doubleValue()
                : range.overlaps(new PrintedNumber(p.value()).window());
    }

    /** The counts of a table, as a term. */
    static String counts(TwoByTwo table) {
        return Names.pair(
                "counts",
                table.group().events() + "/" + table.group().assessed() + " v "
                        + table.reference().events() + "/" + table.reference().assessed());
    }
}
