package org.ipstrial.stats.survival.hazards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.design.Aliased;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.design.FullRank;
import org.ipstrial.stats.survival.RiskTable;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.cox.CoxData;
import org.ipstrial.stats.survival.cox.CoxFit;
import org.ipstrial.stats.survival.cox.Monotone;
import org.ipstrial.stats.survival.cox.Ties;

/**
 * The times of two arms or more with covariates or without, and the Cox models that were fitted to them. Every model is of
 * all arms together, and fitted when it is first asked for.
 *
 * <p>A covariate that tells nothing beside the arms and the covariates before it is left out. What counts are the people who
 * were at risk at an event: within a stratum, the first risk set holds all others, so that a combination of columns that is
 * the same of everybody in it can move no likelihood. Where people enter late that is so of the risk sets together.
 */
public final class ArmModel {

    /** What the column of an arm is called where a covariate is made of it, before the number of the arm. */
    public static final String ARM = "arm ";

    /** What a fit hangs on besides the data. */
    private record Question(Ties ties, int reference, Kind kind) {}

    private enum Kind {
        PLAIN,
        PENALISED,
        EXACT
    }

    private final SurvivalTimes times;
    private final List<String> names;
    private final double[][] columns;
    private final List<Aliased> aliased;
    private final Map<Question, CoxFit.Outcome> fits = new HashMap<>();

    private ArmModel(SurvivalTimes times, List<String> names, double[][] columns, List<Aliased> aliased) {
        this.times = times;
        this.names = names;
        this.columns = columns;
        this.aliased = aliased;
    }

    /** The model of the arms alone. */
    public static ArmModel of(SurvivalTimes times) {
        return of(times, List.of(), new double[0][]);
    }

    /**
     * The model of the arms and covariates.
     *
     * @param times   two arms or more; whatever the cause, an end that is not censored is the event
     * @param names   the names of the covariates, each once
     * @param columns their values of each person, finite; taken as they are and not to be changed afterwards
     */
    public static ArmModel of(SurvivalTimes times, List<String> names, double[][] columns) {
        if (times.arms() < 2) {
            throw new IllegalArgumentException("a hazard ratio of arms needs two arms, got " + times.arms());
        }
        if (columns.length == 0) {
            return new ArmModel(times, List.of(), columns, List.of());
        }
        int[] atRisk = atRisk(times);
        if (atRisk.length == 0) {
            return new ArmModel(times, names, columns, List.of());
        }
        FullRank rank = FullRank.of(design(times, names, columns, atRisk));
        List<Integer> kept = IntStream.range(0, columns.length)
                .filter(j -> rank.design().indexOf(names.get(j)) >= 0)
                .boxed()
                .toList();
        return new ArmModel(
                times,
                kept.stream().map(names::get).toList(),
                kept.stream().map(j -> columns[j]).toArray(double[][]::new),
                rank.aliased().stream()
                        .filter(column -> names.contains(column.name()))
                        .toList());
    }

    /** Those who were at risk at an event of their stratum. */
    private static int[] atRisk(SurvivalTimes times) {
        Map<Integer, TreeSet<Double>> events = new HashMap<>();
        for (int person = 0; person < times.size(); person++) {
            if (times.cause(person) != SurvivalTimes.CENSORED) {
                events.computeIfAbsent(times.stratum(person), any -> new TreeSet<>())
                        .add(times.time(person));
            }
        }
        return IntStream.range(0, times.size())
                .filter(person -> {
                    TreeSet<Double> own = events.get(times.stratum(person));
                    Double last = own == null ? null : own.floor(times.time(person));
                    return last != null && last > times.entry(person);
                })
                .toArray();
    }

    /** The columns less their value of the first person of the stratum, which makes a constant 0 exactly. */
    private static DesignMatrix design(SurvivalTimes times, List<String> names, double[][] columns, int[] people) {
        Map<Integer, Integer> first = new HashMap<>();
        for (int person : people) {
            first.putIfAbsent(times.stratum(person), person);
        }
        List<String> all = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (int arm = 0; arm < times.arms() - 1; arm++) {
            all.add(ARM + arm);
            double[] column = new double[people.length];
            for (int i = 0; i < people.length; i++) {
                int own = times.arm(people[i]) == arm ? 1 : 0;
                column[i] = own - (times.arm(first.get(times.stratum(people[i]))) == arm ? 1 : 0);
            }
            values.add(column);
        }
        for (int j = 0; j < columns.length; j++) {
            all.add(names.get(j));
            double[] column = new double[people.length];
            for (int i = 0; i < people.length; i++) {
                column[i] = columns[j][people[i]] - columns[j][first.get(times.stratum(people[i]))];
            }
            values.add(column);
        }
        return new DesignMatrix(all, values.toArray(double[][]::new));
    }

    /** Whether there are covariates that tell anything. */
    public boolean isAdjusted() {
        return columns.length > 0;
    }

    /** The covariates that are left out. */
    public List<Aliased> aliased() {
        return aliased;
    }

    /** The people. */
    public SurvivalTimes times() {
        return times;
    }

    /** The names of the covariates that are taken. */
    public List<String> names() {
        return names;
    }

    /** The values of those covariates of each person, not to be changed. */
    public double[][] columns() {
        return columns;
    }

    /** How many arms there are. */
    public int arms() {
        return times.arms();
    }

    /** The model with one arm as the reference, or why there is none. */
    CoxFit.Outcome fit(Ties ties, int reference) {
        return fits.computeIfAbsent(
                new Question(ties, reference, Kind.PLAIN),
                any -> CoxFit.of(CoxData.ofArms(times, reference, columns), ties));
    }

    /** The same with Firth's penalty. */
    CoxFit.Outcome penalised(Ties ties, int reference) {
        return fits.computeIfAbsent(
                new Question(ties, reference, Kind.PENALISED),
                any -> CoxFit.penalised(CoxData.ofArms(times, reference, columns), ties));
    }

    /** The same with the exact likelihood of ties. */
    CoxFit.Outcome exact(int reference) {
        return fits.computeIfAbsent(
                new Question(Ties.BRESLOW, reference, Kind.EXACT),
                any -> CoxFit.exact(CoxData.ofArms(times, reference, columns)));
    }

    /** The column of an arm in the model with another as the reference. */
    public static int column(int group, int reference) {
        return group < reference ? group : group - 1;
    }

    /**
     * The covariates whose coefficients have no maximum, with whether they rise.
     *
     * @param reference an arm
     */
    public Map<String, Boolean> unbounded(Ties ties, int reference) {
        Map<String, Boolean> unbounded = new LinkedHashMap<>();
        for (Monotone.Column column :
                fit(ties, reference).monotone().map(Monotone::columns).orElse(List.of())) {
            int covariate = column.place() - (arms() - 1);
            if (covariate >= 0) {
                unbounded.put(names.get(covariate), column.upwards());
            }
        }
        return unbounded;
    }

    /** Why two arms cannot be compared, in the words of arms where that is why. */
    Reason reason(int group, int reference, Reason why) {
        RiskTable table = times.table();
        boolean inGroup = table.eventsBy(group, Double.MAX_VALUE) > 0;
        boolean inReference = table.eventsBy(reference, Double.MAX_VALUE) > 0;
        if (!inGroup && !inReference) {
            return Reason.NO_EVENTS_IN_EITHER_ARM;
        }
        // Never at risk together comes before an arm without events: there, more events would not help.
        if (why == Reason.COLLINEAR_COVARIATES) {
            return arms() == 2 ? Reason.NEVER_AT_RISK_TOGETHER : why;
        }
        return !inGroup ? Reason.NO_EVENTS_IN_GROUP : !inReference ? Reason.NO_EVENTS_IN_REFERENCE : why;
    }
}
