package org.ipstrial.stats.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.Tables;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.HomogeneityTest;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.contingency.stratified.Stratum;
import org.ipstrial.stats.location.stratified.SampleStratum;
import org.ipstrial.stats.location.stratified.StratifiedSamples;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.GeneralisedLinearModel;
import org.ipstrial.stats.regression.model.Heteroscedasticity;
import org.ipstrial.stats.regression.model.LikelihoodRatioTest;
import org.ipstrial.stats.regression.model.LinearModel;
import org.ipstrial.stats.regression.model.LogBinomial;
import org.ipstrial.stats.regression.model.Logistic;
import org.ipstrial.stats.regression.model.ModelData;
import org.ipstrial.stats.regression.model.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Laws of the tests of interaction: on every pair of the smallest tables, and on seeded levels of all sizes. */
class InteractionLawsTest {

    private static final List<StratifiedTables> PAIRS = pairs();
    private static final List<StratifiedTables> MIXED = mixed();

    enum Method {
        COCHRAN_Q(CochranQ::of),
        LOG_BINOMIAL(LogBinomialLikelihoodRatio::of),
        LOGISTIC(LogisticLikelihoodRatio::of),
        WALD(LogisticWald::of);

        private final HomogeneityTest test;

        Method(HomogeneityTest test) {
            this.test = test;
        }
    }

    private static List<StratifiedTables> pairs() {
        List<TwoByTwo> tables = Tables.all(3);
        List<StratifiedTables> all = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            for (int j = i; j < tables.size(); j++) {
                all.add(levels(List.of(tables.get(i), tables.get(j))));
            }
        }
        return all;
    }

    private static List<StratifiedTables> mixed() {
        List<TwoByTwo> tables = Tables.random(400, 60);
        return IntStream.range(0, 100)
                .mapToObj(i -> levels(tables.subList(4 * i, 4 * i + 2 + i % 3)))
                .toList();
    }

    private static StratifiedTables levels(List<TwoByTwo> tables) {
        return new StratifiedTables(IntStream.range(0, tables.size())
                .mapToObj(i -> Stratum.of("level " + i, tables.get(i)))
                .toList());
    }

    private static List<StratifiedTables> all() {
        List<StratifiedTables> all = new ArrayList<>(PAIRS);
        all.addAll(MIXED);
        return all;
    }

    private static void same(TestResult one, TestResult other, Object what) {
        assertThat(one.df()).as("%s", what).isEqualTo(other.df());
        assertThat(one.statistic().isPresent())
                .as("%s", what)
                .isEqualTo(other.statistic().isPresent());
        if (one.statistic().isPresent()) {
            double x = one.statistic().getAsDouble();
            assertThat(other.statistic().getAsDouble()).as("%s", what).isCloseTo(x, within(1e-9 * (1 + x)));
        } else {
            assertThat(one.pValue()).as("%s", what).isEqualTo(other.pValue());
        }
    }

    @ParameterizedTest
    @EnumSource
    void changingTheArmsRoundChangesNothing(Method method) {
        assertThat(all()).hasSizeGreaterThan(3000);
        all().forEach(levels -> same(method.test.of(levels), method.test.of(levels.swapped()), levels));
    }

    @ParameterizedTest
    @EnumSource
    void movingAndRenamingLevelsChangesNoBit(Method method) {
        for (StratifiedTables levels : MIXED) {
            List<Stratum> strata = new ArrayList<>(levels.strata());
            Collections.reverse(strata);
            List<Stratum> renamed = IntStream.range(0, strata.size())
                    .mapToObj(i -> new Stratum(
                            "x" + i, strata.get(i).group(), strata.get(i).reference()))
                    .toList();
            assertThat(method.test.of(new StratifiedTables(renamed))).isEqualTo(method.test.of(levels));
        }
    }

    @Test
    void countingThoseWithoutTheEventChangesNeitherTheTestOfDifferencesNorThoseOfOddsRatios() {
        for (Method method : List.of(Method.COCHRAN_Q, Method.LOGISTIC, Method.WALD)) {
            all().forEach(levels -> same(method.test.of(levels), method.test.of(levels.complement()), levels));
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoLevelsThatAreAlikeGiveNothing(Method method) {
        int estimated = 0;
        for (TwoByTwo table : Tables.all(6)) {
            TestResult test = method.test.of(levels(List.of(table, table)));
            if (test.statistic().isPresent()) {
                estimated++;
                assertThat(test.statistic().getAsDouble()).as("%s", table).isCloseTo(0, within(1e-12));
            }
        }
        assertThat(estimated).isGreaterThan(200);
    }

    @ParameterizedTest
    @EnumSource
    void aLevelThatLacksAnArmOrHasNoEventsAddsNothing(Method method) {
        for (StratifiedTables levels : MIXED) {
            List<Stratum> more = new ArrayList<>(levels.strata());
            more.add(Stratum.of("one arm", 3, 7, 0, 0));
            more.add(Stratum.of("no arm", 0, 0, 0, 0));
            more.add(Stratum.of("no events", 0, 7, 0, 9));
            assertThat(method.test.of(new StratifiedTables(more))).isEqualTo(method.test.of(levels));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noTestOfOneLevelOrNone(Method method) {
        assertThat(method.test.of(levels(List.of(TwoByTwo.of(3, 8, 2, 9)))).pValue())
                .isEqualTo(Quantity.notEstimable(Reason.FEWER_THAN_TWO_STRATA));
        assertThat(method.test
                        .of(new StratifiedTables(List.of(Stratum.of("a", 3, 8, 0, 0), Stratum.of("b", 0, 0, 2, 9))))
                        .pValue())
                .isEqualTo(Quantity.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS));
    }

    @Test
    void zeroCellsAreTakenRefusedOrLeftOutAsEachTestSays() {
        StratifiedTables zero = levels(List.of(TwoByTwo.of(0, 12, 5, 11), TwoByTwo.of(7, 20, 9, 21)));
        assertThat(CochranQ.of(zero).statistic()).isPresent();
        assertThat(LogisticLikelihoodRatio.of(zero).statistic()).isPresent();
        assertThat(LogBinomialLikelihoodRatio.of(zero).statistic()).isPresent();
        assertThat(LogisticWald.of(zero).pValue()).isEqualTo(Quantity.notEstimable(Reason.SEPARATION));
        StratifiedTables opposed = levels(List.of(TwoByTwo.of(0, 12, 11, 11), TwoByTwo.of(7, 20, 9, 21)));
        assertThat(CochranQ.of(opposed).pValue()).isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
        StratifiedTables never = levels(List.of(TwoByTwo.of(0, 12, 5, 11), TwoByTwo.of(0, 20, 9, 21)));
        assertThat(LogisticLikelihoodRatio.of(never).pValue()).isEqualTo(Quantity.notEstimable(Reason.SEPARATION));
        assertThat(LogBinomialLikelihoodRatio.of(never).pValue()).isEqualTo(Quantity.notEstimable(Reason.SEPARATION));
    }

    /** Iterations over all coefficients of both models, where they come to an end, against one equation. */
    @Test
    void agreesWithTheModelsThemselves() {
        assertThat(models(Logistic.RESPONSE, Method.LOGISTIC)).isGreaterThan(60);
        assertThat(models(LogBinomial.RESPONSE, Method.LOG_BINOMIAL)).isGreaterThan(40);
    }

    private static int models(Response response, Method method) {
        int fitted = 0;
        for (StratifiedTables levels : inside()) {
            Fit larger = fit(response, levels.tables(), true);
            Fit smaller = fit(response, levels.tables(), false);
            if (larger instanceof FittedModel more && smaller instanceof FittedModel fewer) {
                fitted++;
                same(LikelihoodRatioTest.of(more, fewer), method.test.of(levels), levels);
            }
        }
        return fitted;
    }

    /** Levels in which both arms have the event and not. */
    private static List<StratifiedTables> inside() {
        Random random = new Random(19380301);
        return IntStream.range(0, 100)
                .mapToObj(i -> levels(IntStream.range(0, 2 + i % 3)
                        .mapToObj(k -> {
                            int n1 = 4 + random.nextInt(60);
                            int n2 = 4 + random.nextInt(60);
                            return TwoByTwo.of(1 + random.nextInt(n1 - 1), n1, 1 + random.nextInt(n2 - 1), n2);
                        })
                        .toList()))
                .toList();
    }

    private static Fit fit(Response response, List<TwoByTwo> tables, boolean product) {
        int rows = 4 * tables.size();
        double[] y = new double[rows];
        double[] weight = new double[rows];
        double[] group = new double[rows];
        double[][] level = new double[tables.size()][rows];
        for (int i = 0; i < rows; i++) {
            TwoByTwo table = tables.get(i / 4);
            var arm = i % 4 < 2 ? table.group() : table.reference();
            group[i] = i % 4 < 2 ? 1 : 0;
            y[i] = i % 2;
            weight[i] = i % 2 == 1 ? arm.events() : arm.nonEvents();
            level[i / 4][i] = 1;
        }
        int[] kept = IntStream.range(0, rows).filter(i -> weight[i] > 0).toArray();
        DesignMatrix design = DesignMatrix.intercept(kept.length).with("group", pick(group, kept));
        for (int k = 1; k < level.length; k++) {
            design = design.with("level " + k, pick(level[k], kept));
            if (product) {
                double[] both = new double[rows];
                for (int i = 0; i < rows; i++) {
                    both[i] = level[k][i] * group[i];
                }
                design = design.with("product " + k, pick(both, kept));
            }
        }
        return GeneralisedLinearModel.of(
                response, ModelData.of(design, pick(y, kept)).withWeights(pick(weight, kept)));
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
    }

    private static StratifiedSamples samples(Random random, int levels) {
        return new StratifiedSamples(IntStream.range(0, levels)
                .mapToObj(i -> new SampleStratum("level " + i, amounts(random), amounts(random)))
                .toList());
    }

    private static double[] amounts(Random random) {
        return random.doubles(2 + random.nextInt(12))
                .map(x -> Math.rint(x * 40) / 4)
                .toArray();
    }

    @Test
    void meansTakeNoNoticeOfArmsAndOrder() {
        Random random = new Random(19540301);
        for (int i = 0; i < 200; i++) {
            StratifiedSamples levels = samples(random, 2 + i % 4);
            List<SampleStratum> reversed = new ArrayList<>(levels.strata());
            Collections.reverse(reversed);
            assertThat(LinearWald.of(new StratifiedSamples(reversed))).isEqualTo(LinearWald.of(levels));
            assertThat(CochranQ.of(new StratifiedSamples(reversed))).isEqualTo(CochranQ.of(levels));
            same(LinearWald.of(levels.swapped()), LinearWald.of(levels), levels);
            same(CochranQ.of(levels.swapped()), CochranQ.of(levels), levels);
            SampleStratum first = levels.strata().get(0);
            StratifiedSamples twice =
                    new StratifiedSamples(List.of(first, new SampleStratum("again", first.group(), first.reference())));
            assertThat(LinearWald.of(twice).statistic().orElse(0)).isZero();
            assertThat(CochranQ.of(twice).statistic().orElse(0)).isZero();
        }
    }

    @Test
    void linearWaldIsThatOfTheModelWithHc3() {
        Random random = new Random(19850601);
        for (int i = 0; i < 100; i++) {
            StratifiedSamples levels = samples(random, 2);
            double[] y = new double[0];
            double[][] columns = new double[3][0];
            for (int k = 0; k < 2; k++) {
                for (int arm = 0; arm < 2; arm++) {
                    SampleStratum level = levels.strata().get(k);
                    for (double value : arm == 1 ? level.group() : level.reference()) {
                        y = plus(y, value);
                        columns[0] = plus(columns[0], arm);
                        columns[1] = plus(columns[1], k);
                        columns[2] = plus(columns[2], arm * k);
                    }
                }
            }
            DesignMatrix design = DesignMatrix.intercept(y.length)
                    .with("group", columns[0])
                    .with("level", columns[1])
                    .with("product", columns[2]);
            FittedModel fit = LinearModel.of(ModelData.of(design, y)).ifFitted().orElseThrow();
            double error = Heteroscedasticity.HC3.of(fit).orElseThrow().standardError(3);
            TestResult test = LinearWald.of(levels);
            if (test.statistic().isPresent()) {
                double t = fit.coefficient("product") / error;
                assertThat(test.statistic().getAsDouble()).isCloseTo(t * t, within(1e-9 * (1 + t * t)));
                assertThat(test.df2().getAsDouble()).isEqualTo(fit.residualDf());
            }
        }
    }

    private static double[] plus(double[] values, double value) {
        double[] more = java.util.Arrays.copyOf(values, values.length + 1);
        more[values.length] = value;
        return more;
    }

    @Test
    void meansLeaveOutLevelsThatTellNothing() {
        SampleStratum one = new SampleStratum("a", new double[] {1, 4, 2}, new double[] {3, 9});
        SampleStratum other = new SampleStratum("b", new double[] {1, 1}, new double[] {3, 2});
        SampleStratum single = new SampleStratum("c", new double[] {1}, new double[] {3, 2});
        SampleStratum zeros = new SampleStratum("d", new double[] {0, 0}, new double[] {0, 0, 0});
        SampleStratum apart = new SampleStratum("e", new double[] {1, 1}, new double[] {0, 0, 0});
        StratifiedSamples two = new StratifiedSamples(List.of(one, other));
        assertThat(LinearWald.of(new StratifiedSamples(List.of(one, other, single, zeros))))
                .isEqualTo(LinearWald.of(two));
        assertThat(CochranQ.of(new StratifiedSamples(List.of(one, other, single, zeros))))
                .isEqualTo(CochranQ.of(two));
        assertThat(LinearWald.of(new StratifiedSamples(List.of(one, other, apart)))
                        .pValue())
                .isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
        assertThat(LinearWald.of(new StratifiedSamples(List.of(one, zeros))).pValue())
                .isEqualTo(Quantity.notEstimable(Reason.FEWER_THAN_TWO_STRATA));
    }
}
