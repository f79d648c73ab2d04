package org.ipstrial.stats.adjusted;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.regression.design.DesignMatrix;

/**
 * An outcome in several arms with what was known of each person at the start; the arrays are taken as they are and must
 * not be changed afterwards. A logistic model that several methods take is fitted once.
 */
public final class AdjustedData {

    private final double[] outcome;
    private final int[] arm;
    private final List<String> arms;
    private final List<String> names;
    private final double[][] covariates;
    private final int[] stratum;
    private final int[] cluster;
    private final Map<Integer, LogisticFit> logistic = new ConcurrentHashMap<>();

    /**
     * Refuses other lengths, an empty arm, and numbers that are not finite or too large.
     *
     * @param outcome    each person's outcome: 0 and 1, or an amount
     * @param arm        each person's arm, as its place in {@code arms}
     * @param arms       the names of the arms, at least two, each with somebody in it
     * @param names      the names of the covariates, possibly none
     * @param covariates their columns; a category comes as indicators of all levels but one
     * @param stratum    each person's stratum of the randomisation, from 0; 0 throughout where it was not stratified
     */
    public AdjustedData(
            double[] outcome, int[] arm, List<String> arms, List<String> names, double[][] covariates, int[] stratum) {
        this(outcome, arm, arms, names, covariates, stratum, null);
    }

    private AdjustedData(
            double[] outcome,
            int[] arm,
            List<String> arms,
            List<String> names,
            double[][] covariates,
            int[] stratum,
            int[] cluster) {
        Require.amounts("outcome", outcome);
        if (arm.length != outcome.length || stratum.length != outcome.length) {
            throw new IllegalArgumentException("outcome, arm and stratum must be known of the same people, got "
                    + outcome.length + ", " + arm.length + " and " + stratum.length);
        }
        if (arms.size() < 2) {
            throw new IllegalArgumentException("there must be two arms at least, got " + arms);
        }
        if (names.size() != covariates.length) {
            throw new IllegalArgumentException(
                    "each covariate must have a name, got " + covariates.length + " and " + names);
        }
        this.outcome = outcome;
        this.arm = arm;
        this.arms = List.copyOf(arms);
        this.names = List.copyOf(names);
        this.covariates = covariates.clone();
        this.stratum = stratum;
        this.cluster = cluster;
        requireSomebodyInEach();
    }

    /**
     * The same people in clusters, such as teams.
     *
     * @param ofEach the number of each person's cluster: from 0, each number used
     */
    public AdjustedData inClusters(int[] ofEach) {
        if (ofEach.length != people()) {
            throw new IllegalArgumentException(
                    "clusters must be those of " + people() + " people, got " + ofEach.length);
        }
        int[] distinct = Arrays.stream(ofEach).distinct().sorted().toArray();
        if (distinct[0] != 0 || distinct[distinct.length - 1] != distinct.length - 1) {
            throw new IllegalArgumentException("clusters must be numbered from 0 without a gap, got " + distinct[0]
                    + " to " + distinct[distinct.length - 1] + " in " + distinct.length + " numbers");
        }
        return new AdjustedData(outcome, arm, arms, names, covariates, stratum, ofEach);
    }

    /** The same people with another outcome. */
    public AdjustedData withOutcome(double[] other) {
        return new AdjustedData(other, arm, arms, names, covariates, stratum, cluster);
    }

    private void requireSomebodyInEach() {
        int[] people = new int[arms.size()];
        for (int place : arm) {
            if (place < 0 || place >= people.length) {
                throw new IllegalArgumentException(
                        "an arm must be from 0 to " + (people.length - 1) + ", got " + place);
            }
            people[place]++;
        }
        for (int a = 0; a < people.length; a++) {
            if (people[a] == 0) {
                throw new IllegalArgumentException("nobody is in " + arms.get(a));
            }
        }
    }

    /** Data of a trial whose randomisation was not stratified. */
    public static AdjustedData of(
            double[] outcome, int[] arm, List<String> arms, List<String> names, double[][] covariates) {
        return new AdjustedData(outcome, arm, arms, names, covariates, new int[outcome.length]);
    }

    /** Each person's outcome. */
    public double[] outcome() {
        return outcome;
    }

    /** Each person's arm, as its place in the names. */
    public int[] arm() {
        return arm;
    }

    /** The names of the arms. */
    public List<String> arms() {
        return arms;
    }

    /** The names of the covariates. */
    public List<String> names() {
        return names;
    }

    /** The columns of the covariates. */
    public double[][] covariates() {
        return covariates.clone();
    }

    /** Each person's stratum of the randomisation. */
    public int[] stratum() {
        return stratum;
    }

    /** Each person's cluster; where none are told, nobody shares one. */
    public int[] cluster() {
        return cluster == null ? IntStream.range(0, people()).toArray() : cluster;
    }

    /** Whether all people of an arm are in one cluster. */
    public boolean isOneCluster(int ofArm) {
        int[] clusters = cluster();
        return IntStream.range(0, people())
                        .filter(i -> arm[i] == ofArm)
                        .map(i -> clusters[i])
                        .distinct()
                        .count()
                == 1;
    }

    /** How many people there are. */
    public int people() {
        return outcome.length;
    }

    /** The column that says who is in an arm, under this name. */
    public String armColumn(int ofArm) {
        return "arm=" + arms.get(ofArm);
    }

    /** An intercept, a column of each arm but one, and the covariates. */
    public DesignMatrix design(int reference) {
        DesignMatrix design = DesignMatrix.intercept(people());
        for (int a = 0; a < arms.size(); a++) {
            if (a != reference) {
                design = design.with(armColumn(a), indicator(a));
            }
        }
        for (int j = 0; j < covariates.length; j++) {
            design = design.with(names.get(j), covariates[j]);
        }
        return design;
    }

    /**
     * The logistic model of a yes/no outcome by arm and covariates, fitted when it is first asked for.
     *
     * @param reference the arm without a column
     * @throws IllegalArgumentException if an outcome is not 0 or 1
     */
    public LogisticFit logistic(int reference) {
        return logistic.computeIfAbsent(reference, without -> LogisticFit.of(design(without), outcome));
    }

    /** The combination of a model's coefficients that is an arm less another; an arm without a column counts 0. */
    public double[] contrast(DesignMatrix design, int group, int reference) {
        double[] combination = new double[design.width()];
        for (int j = 0; j < combination.length; j++) {
            String name = design.names().get(j);
            combination[j] = name.equals(armColumn(group)) ? 1 : name.equals(armColumn(reference)) ? -1 : 0;
        }
        return combination;
    }

    private double[] indicator(int ofArm) {
        double[] column = new double[arm.length];
        for (int i = 0; i < arm.length; i++) {
            column[i] = arm[i] == ofArm ? 1 : 0;
        }
        return column;
    }
}
