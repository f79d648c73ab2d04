package org.ipstrial.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.odds.LogisticOddsRatio;
import org.ipstrial.stats.descriptive.QuantileType;
import org.ipstrial.stats.resampling.Progress;
import org.junit.jupiter.api.Test;

/** Laws and edges of the comparison of ordered levels. */
class OrdinalContrastTest {

    private static final List<Contrast> CONTRAST = List.of(new Contrast("IPS", "SAU"));

    private static AnalysisSettings settings(String... methods) {
        return new AnalysisSettings(
                0.95,
                MethodSelection.of(List.of(methods), Compare.measures()),
                1,
                100,
                1,
                QuantileType.R7,
                true,
                Optional.empty(),
                false,
                false,
                Hypothesis.NO_DIFFERENCE,
                Unit.NONE,
                Progress.NONE);
    }

    /** People at each level, as the places of the levels. */
    private static double[] people(int... counts) {
        List<Double> people = new ArrayList<>();
        for (int level = 0; level < counts.length; level++) {
            people.addAll(Collections.nCopies(counts[level], (double) level));
        }
        return people.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Result> compare(List<String> levels, Map<String, Amounts> arms, List<Contrast> contrasts) {
        ArmData<Amounts> data = new ArmData<>("compare", "all-rows", "band", "", "", arms);
        return OrdinalContrast.of(data, OutcomeDefinition.ofLevels("band", levels), contrasts, settings());
    }

    private static Map<String, Amounts> arms(double[] group, double[] reference) {
        Map<String, Amounts> arms = new LinkedHashMap<>();
        arms.put("IPS", new Amounts(group.length + 2, group));
        arms.put("SAU", new Amounts(reference.length, reference));
        return arms;
    }

    private static Result ratio(List<Result> results) {
        return results.stream()
                .filter(result -> result.key().measure() == Measure.CONDITIONAL_ODDS_RATIO)
                .findFirst()
                .orElseThrow();
    }

    private static Result ratio(double[] group, double[] reference) {
        return ratio(compare(List.of("a", "b", "c", "d"), arms(group, reference), CONTRAST));
    }

    private static double value(Result result, Statistic statistic) {
        return result.value(statistic).orElseThrow();
    }

    @Test
    void ofTwoLevelsItIsTheOddsRatioOfLogisticRegression() {
        double[] group = people(12, 30);
        double[] reference = people(20, 18);
        Result result = ratio(compare(List.of("no", "yes"), arms(group, reference), CONTRAST));
        double[] all = new double[group.length + reference.length];
        System.arraycopy(group, 0, all, 0, group.length);
        System.arraycopy(reference, 0, all, group.length, reference.length);
        int[] arm = new int[all.length];
        Arrays.fill(arm, group.length, arm.length, 1);
        AdjustedData data = AdjustedData.of(all, arm, List.of("g", "r"), List.of(), new double[0][]);
        double logistic = LogisticOddsRatio.of(data)
                .estimate(0, 1, 0.95)
                .estimate()
                .ifEstimated()
                .orElseThrow();

        assertThat(value(result, Statistic.ESTIMATE))
                .isCloseTo(25.0 / 9, within(1e-13))
                .isCloseTo(logistic, within(1e-10));
        assertThat(value(result, Statistic.P_VALUE)).isCloseTo(0.030215829103112, within(1e-14));
    }

    @Test
    void swappingTheArmsInvertsTheRatio() {
        Random random = new Random(5);
        for (int trial = 0; trial < 60; trial++) {
            double[] group =
                    people(1 + random.nextInt(9), 1 + random.nextInt(9), random.nextInt(9), 1 + random.nextInt(4));
            double[] reference =
                    people(1 + random.nextInt(9), random.nextInt(9), 1 + random.nextInt(9), random.nextInt(4));
            Result there = ratio(group, reference);
            Result back = ratio(reference, group);

            assertThat(value(there, Statistic.ESTIMATE) * value(back, Statistic.ESTIMATE))
                    .isCloseTo(1, within(1e-11));
            assertThat(value(there, Statistic.CONF_LOW) * value(back, Statistic.CONF_HIGH))
                    .isCloseTo(1, within(1e-10));
            assertThat(value(there, Statistic.P_VALUE)).isCloseTo(value(back, Statistic.P_VALUE), within(1e-11));
            boolean excludes = value(there, Statistic.CONF_LOW) > 1 || value(there, Statistic.CONF_HIGH) < 1;
            assertThat(excludes).isEqualTo(value(there, Statistic.P_VALUE) < 0.05);
        }
    }

    @Test
    void levelsWithNobodyAndTheOrderOfRowsChangeNothingButTheRowsOfLevels() {
        double[] group = people(4, 9, 12, 5);
        double[] reference = people(11, 8, 6, 2);
        Result plain = ratio(group, reference);
        double[] shifted = Arrays.stream(group).map(place -> 2 * place + 1).toArray();
        double[] shiftedReference =
                Arrays.stream(reference).map(place -> 2 * place + 1).toArray();
        List<String> more = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8");
        double[] shuffled = shifted.clone();
        for (int i = 0; i < shuffled.length / 2; i++) {
            double other = shuffled[i];
            shuffled[i] = shuffled[shuffled.length - 1 - i];
            shuffled[shuffled.length - 1 - i] = other;
        }

        List<Result> recoded = compare(more, arms(shuffled, shiftedReference), CONTRAST);

        assertThat(ratio(recoded).cells()).isEqualTo(plain.cells());
        assertThat(recoded.stream()
                        .filter(result -> result.key().measure() == Measure.COUNT
                                && result.key().term().equals("level=8"))
                        .map(result -> value(result, Statistic.EVENTS)))
                .containsExactly(0.0, 0.0);
    }

    @Test
    void anArmWithNobodyAssessedOneLevelAndSeparationHaveNoRatioAndSayWhy() {
        assertThat(note(ratio(people(), people(3, 4)))).isEqualTo("nobody-assessed-in-group");
        assertThat(note(ratio(people(3, 4), people()))).isEqualTo("nobody-assessed-in-reference");
        assertThat(note(ratio(people(0, 4), people(0, 5)))).isEqualTo("no-variance");
        assertThat(note(ratio(people(6, 2, 0, 0), people(0, 0, 3, 4)))).isEqualTo("separation");
        assertThat(value(ratio(people(6, 2, 1, 0), people(0, 1, 3, 4)), Statistic.ESTIMATE))
                .isBetween(0.0, 0.2);
    }

    private static String note(Result result) {
        assertThat(result.value(Statistic.ESTIMATE)).isEmpty();
        return result.cells().get(Statistic.ESTIMATE).note();
    }

    /** Each contrast is of its two arms alone, so that no third arm moves it, or could be worked out from it. */
    @Test
    void noOtherArmMovesAContrast() {
        Map<String, Amounts> two = arms(people(4, 9, 12, 5), people(11, 8, 6, 2));
        Map<String, Amounts> three = new LinkedHashMap<>(two);
        three.put("EDU", new Amounts(9, people(1, 0, 8)));
        List<String> levels = List.of("a", "b", "c", "d");

        assertThat(ratio(compare(levels, three, CONTRAST))).isEqualTo(ratio(compare(levels, two, CONTRAST)));
    }

    @Test
    void thereAreNoMeansAndOneTest() {
        List<Result> results = compare(List.of("a", "b", "c"), arms(people(4, 9, 5), people(8, 8, 2)), CONTRAST);

        assertThat(results.stream().map(result -> result.key().measure()).distinct())
                .containsExactly(
                        Measure.COUNT,
                        Measure.PROPORTION,
                        Measure.CONDITIONAL_ODDS_RATIO,
                        Measure.PROBABILISTIC_INDEX,
                        Measure.WIN_ODDS,
                        Measure.TEST);
        assertThat(results.stream()
                        .filter(result -> result.key().measure() == Measure.TEST)
                        .map(result -> result.key().method()))
                .containsExactly("mann-whitney", "brant");
        assertThat(results.stream()
                        .filter(result -> result.key().term().startsWith("cut="))
                        .map(result ->
                                result.key().method() + " " + result.key().term()))
                .as("the odds ratio above each level but the highest, by name")
                .containsExactly("logistic cut=a", "logistic cut=b");
        assertThat(results.get(0).key().missingRule()).isEqualTo("complete-cases");
    }
}
