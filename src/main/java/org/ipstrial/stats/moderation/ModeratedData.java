package org.ipstrial.stats.moderation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.regression.algebra.ExtendedColumn;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.design.FullRank;

/**
 * An outcome in two arms with an amount that was known of each person at the start. The people are sorted, so that the order
 * in which they come changes nothing.
 *
 * @param outcome   each person's outcome: 0 and 1, or an amount
 * @param inGroup   1 of those in the arm that is compared, 0 of those in the reference
 * @param moderator the amount along which the effect may change
 * @param names     the names of the covariates, possibly none
 * @param covariates their columns; a category comes as indicators of all levels but one
 */
public record ModeratedData(
        double[] outcome, int[] inGroup, double[] moderator, List<String> names, double[][] covariates) {

    static final String ARM = "arm";
    static final String PRODUCT = "product";

    private static final String MODERATOR = "moderator";

    /** Refuses other lengths, arms other than 0 and 1, and numbers that are not finite or too large. */
    public ModeratedData {
        if (outcome.length != inGroup.length || outcome.length != moderator.length) {
            throw new IllegalArgumentException("outcome, arm and moderator must be known of the same people, got "
                    + outcome.length + ", " + inGroup.length + " and " + moderator.length);
        }
        if (Arrays.stream(inGroup).anyMatch(place -> place != 0 && place != 1)) {
            throw new IllegalArgumentException("an arm must be 0 or 1");
        }
        int people = outcome.length;
        if (names.size() != covariates.length
                || Arrays.stream(covariates).anyMatch(column -> column.length != people)) {
            throw new IllegalArgumentException("each covariate must have a name and be known of the same people, got "
                    + covariates.length + " and " + names);
        }
        Require.amounts("outcome", outcome);
        Require.amounts("moderator", moderator);
        names = List.copyOf(names);
        double[][] known = covariates;
        double[] y = outcome;
        int[] arm = inGroup;
        double[] x = moderator;
        Comparator<Integer> order = Comparator.<Integer>comparingDouble(i -> x[i])
                .thenComparingInt(i -> arm[i])
                .thenComparingDouble(i -> y[i]);
        for (double[] column : known) {
            order = order.thenComparingDouble(i -> column[i]);
        }
        int[] sorted = IntStream.range(0, y.length)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
        outcome = IntStream.of(sorted).mapToDouble(i -> y[i]).toArray();
        inGroup = IntStream.of(sorted).map(i -> arm[i]).toArray();
        moderator = IntStream.of(sorted).mapToDouble(i -> x[i]).toArray();
        covariates = Arrays.stream(known)
                .map(column -> IntStream.of(sorted).mapToDouble(i -> column[i]).toArray())
                .toArray(double[][]::new);
    }

    /** Data without covariates. */
    public ModeratedData(double[] outcome, int[] inGroup, double[] moderator) {
        this(outcome, inGroup, moderator, List.of(), new double[0][]);
    }

    /** Why nothing can be said of how an effect changes, if so. */
    Optional<Reason> absent() {
        if (Arrays.stream(inGroup).noneMatch(place -> place == 1)) {
            return Optional.of(Reason.NOBODY_ASSESSED_IN_GROUP);
        }
        if (Arrays.stream(inGroup).noneMatch(place -> place == 0)) {
            return Optional.of(Reason.NOBODY_ASSESSED_IN_REFERENCE);
        }
        if (values(0) < 2 || values(1) < 2) {
            return Optional.of(Reason.ONE_VALUE_IN_AN_ARM);
        }
        return Arrays.stream(outcome).distinct().count() < 2 ? Optional.of(Reason.NO_VARIANCE) : Optional.empty();
    }

    private long values(int arm) {
        return IntStream.range(0, moderator.length)
                .filter(i -> inGroup[i] == arm)
                .mapToDouble(i -> moderator[i])
                .distinct()
                .count();
    }

    /** The moderator of the person in the middle, from which it can be counted without losing digits. */
    double middle() {
        return moderator[moderator.length / 2];
    }

    /** How far the decimal numbers that values were read from lie above another: differences of doubles lose digits. */
    static double[] apart(double[] values, double from) {
        double[] same = new double[values.length];
        Arrays.fill(same, from);
        ExtendedColumn apart = ExtendedColumn.ofDecimals(values).less(ExtendedColumn.ofDecimals(same));
        return IntStream.range(0, values.length).mapToDouble(apart::value).toArray();
    }

    /**
     * An intercept, the arm, and the moderator counted from a value, so that the arm's coefficient is the effect there; their
     * product; and the covariates that tell anything that these do not.
     */
    DesignMatrix design(double from) {
        int n = outcome.length;
        double[] arm = new double[n];
        double[] away = apart(moderator, from);
        double[] product = new double[n];
        for (int i = 0; i < n; i++) {
            arm[i] = inGroup[i];
            product[i] = arm[i] * away[i];
        }
        DesignMatrix design =
                DesignMatrix.intercept(n).with(ARM, arm).with(MODERATOR, away).with(PRODUCT, product);
        for (int column = 0; column < covariates.length; column++) {
            design = design.with(names.get(column), covariates[column]);
        }
        return covariates.length == 0 ? design : FullRank.of(design).design();
    }

    /** The same columns without the product. */
    static DesignMatrix withoutProduct(DesignMatrix design) {
        return design.select(IntStream.range(0, design.width())
                .filter(column -> column != design.indexOf(PRODUCT))
                .toArray());
    }
}
