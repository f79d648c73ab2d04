package org.ipstrial.stats.adjusted;

import java.util.List;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.regression.design.DesignMatrix;

/**
 * An outcome in several arms with what was known of each person at the start; the arrays are taken as they are and must
 * not be changed afterwards.
 *
 * @param outcome    each person's outcome: 0 and 1, or an amount
 * @param arm        each person's arm, as its place in {@code arms}
 * @param arms       the names of the arms, at least two, each with somebody in it
 * @param names      the names of the covariates, possibly none
 * @param covariates their columns; a category comes as indicators of all levels but one
 * @param stratum    each person's stratum of the randomisation, from 0; 0 throughout where it was not stratified
 */
public record AdjustedData(
        double[] outcome, int[] arm, List<String> arms, List<String> names, double[][] covariates, int[] stratum) {

    /** Refuses other lengths, an empty arm, and numbers that are not finite or too large. */
    public AdjustedData {
        arms = List.copyOf(arms);
        names = List.copyOf(names);
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
        covariates = covariates.clone();
    }

    /** Data of a trial whose randomisation was not stratified. */
    public static AdjustedData of(
            double[] outcome, int[] arm, List<String> arms, List<String> names, double[][] covariates) {
        return new AdjustedData(outcome, arm, arms, names, covariates, new int[outcome.length]);
    }

    /** How many people there are. */
    public int people() {
        return outcome.length;
    }

    /** How many people are in an arm. */
    public int people(int ofArm) {
        int people = 0;
        for (int place : arm) {
            people += place == ofArm ? 1 : 0;
        }
        return people;
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
