package org.ipstrial.stats.adjusted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.adjusted.AdjustedMethods;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.linear.AncovaHc0;
import org.ipstrial.stats.adjusted.linear.AncovaHc3;
import org.ipstrial.stats.adjusted.linear.AncovaInteractions;
import org.ipstrial.stats.adjusted.linear.AncovaModel;
import org.ipstrial.stats.adjusted.odds.FirthOddsRatio;
import org.ipstrial.stats.adjusted.odds.LogisticOddsRatio;
import org.ipstrial.stats.adjusted.odds.ProportionalOddsRatio;
import org.ipstrial.stats.adjusted.ratio.LogBinomialRatio;
import org.ipstrial.stats.adjusted.ratio.ModifiedPoisson;
import org.ipstrial.stats.adjusted.ratio.PoissonRobust;
import org.ipstrial.stats.adjusted.standardised.DeltaHc0RiskDifference;
import org.ipstrial.stats.adjusted.standardised.DeltaModelRiskDifference;
import org.ipstrial.stats.adjusted.standardised.YeOddsRatio;
import org.ipstrial.stats.adjusted.standardised.YeRiskDifference;
import org.ipstrial.stats.adjusted.standardised.YeRiskRatio;
import org.ipstrial.stats.adjusted.standardised.YeStratifiedRiskDifference;
import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.Tables;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.approximate.KatzRatio;
import org.ipstrial.stats.contingency.approximate.WaldDifference;
import org.ipstrial.stats.contingency.approximate.WoolfOddsRatio;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.location.StudentDifference;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.regression.Birthwt;
import org.ipstrial.stats.regression.ClusterData;
import org.ipstrial.stats.regression.design.Aliased;
import org.ipstrial.stats.regression.separation.Separating;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every effect with covariates, whatever the numbers. */
class AdjustedLawsTest {

    private static final List<String> ARMS = List.of("one", "two", "three");
    private static final List<String> NAMES = List.of("age", "lwt", "smoke");
    private static final double[][] COVARIATES =
            NAMES.stream().map(Birthwt::column).toArray(double[][]::new);
    private static final int[] ARM = Arrays.stream(Birthwt.column("race"))
            .mapToInt(race -> (int) race - 1)
            .toArray();

    /** A method with an outcome that suits it. */
    record Case(String name, AdjustedMethod method, String outcome, boolean ratio) {
        @Override
        public String toString() {
            return name;
        }

        AdjustedData data() {
            return data(NAMES, COVARIATES);
        }

        AdjustedData data(List<String> names, double[][] covariates) {
            int[] strata = Arrays.stream(Birthwt.column("smoke"))
                    .mapToInt(s -> (int) s)
                    .toArray();
            int[] team = new int[189];
            Arrays.setAll(team, i -> i % 3 == 0 ? i / 9 : (i * 7 + 3) % 21);
            return new AdjustedData(Birthwt.column(outcome), ARM, ARMS, names, covariates, strata)
                    .inClusters(ClusterData.numbered(team));
        }
    }

    static Stream<Case> cases() {
        Map<String, String> outcomes = Map.of("mean-difference", "bwt", "ratio-of-means", "ftv");
        Stream.Builder<Case> cases = Stream.builder();
        for (Family<AdjustedMethod> family : AdjustedMethods.FAMILIES) {
            String measure = family.measure().id();
            for (Method<AdjustedMethod> method : family.methods()) {
                cases.add(new Case(
                        measure + " " + method.id(),
                        method.function(),
                        method.id().equals("proportional-odds") ? "ftv" : outcomes.getOrDefault(measure, "low"),
                        measure.contains("ratio")));
            }
        }
        return cases.build();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void changingTheArmsRoundMirrorsTheEffect(Case of) {
        ArmContrasts contrasts = of.method().of(of.data());
        DoubleUnaryOperator mirror = of.ratio() ? x -> 1 / x : x -> -x;
        for (int g = 0; g < 3; g++) {
            for (int r = 0; r < g; r++) {
                double[] there = numbers(contrasts.estimate(g, r, 0.9));
                double[] back = numbers(contrasts.estimate(r, g, 0.9));
                assertThat(mirror.applyAsDouble(back[0])).isCloseTo(there[0], closeTo(there[0]));
                assertThat(mirror.applyAsDouble(back[1])).isCloseTo(there[2], closeTo(there[2]));
                assertThat(mirror.applyAsDouble(back[2])).isCloseTo(there[1], closeTo(there[1]));
            }
        }
    }

    /** Which arm the model counts from, and what it is called, is of no account. */
    @ParameterizedTest
    @MethodSource("cases")
    void theOrderOfTheArmsIsOfNoAccount(Case of) {
        AdjustedData data = of.data();
        AdjustedData turned = new AdjustedData(
                        data.outcome(),
                        Arrays.stream(ARM).map(a -> 2 - a).toArray(),
                        List.of("c", "b", "a"),
                        data.names(),
                        data.covariates(),
                        data.stratum())
                .inClusters(data.cluster());

        same(of.method().of(turned).estimate(0, 1, 0.95), of.method().of(data).estimate(2, 1, 0.95));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theUnitsOfACovariateAreOfNoAccount(Case of) {
        double[][] rescaled = {
            Arrays.stream(COVARIATES[0]).map(x -> (x - 1000) * 365.25).toArray(),
            Arrays.stream(COVARIATES[1]).map(x -> x / 1000 + 3).toArray(),
            Arrays.stream(COVARIATES[2]).map(x -> 1 - x).toArray()
        };

        same(
                of.method().of(of.data(NAMES, rescaled)).estimate(1, 0, 0.95),
                of.method().of(of.data()).estimate(1, 0, 0.95));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void columnsThatTellNothingNewChangeNothingAndAreNamed(Case of) {
        double[] constant = new double[189];
        Arrays.fill(constant, 7);
        double[] sum = new double[189];
        Arrays.setAll(sum, i -> COVARIATES[0][i] + COVARIATES[1][i]);
        double[][] more = {COVARIATES[0], constant, COVARIATES[1], sum, COVARIATES[2]};
        ArmContrasts contrasts = of.method().of(of.data(List.of("age", "constant", "lwt", "sum", "smoke"), more));

        same(contrasts.estimate(2, 0, 0.95), of.method().of(of.data()).estimate(2, 0, 0.95));
        assertThat(contrasts.notes().separating()).isEmpty();
        assertThat(contrasts.notes().aliased().stream().map(Aliased::name)).contains("constant", "sum");
        assertThat(of.method().of(of.data()).notes().aliased()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOrderOfTheRowsIsOfNoAccount(Case of) {
        int[] order = new int[189];
        Arrays.setAll(order, i -> (i * 64 + 5) % 189);
        AdjustedData data = of.data();
        AdjustedData permuted = new AdjustedData(
                        pick(data.outcome(), order),
                        Arrays.stream(order).map(i -> data.arm()[i]).toArray(),
                        ARMS,
                        NAMES,
                        Arrays.stream(data.covariates())
                                .map(c -> pick(c, order))
                                .toArray(double[][]::new),
                        Arrays.stream(order).map(i -> data.stratum()[i]).toArray())
                .inClusters(Arrays.stream(order).map(i -> data.cluster()[i]).toArray());

        double[] before = numbers(of.method().of(data).estimate(1, 2, 0.95));
        double[] after = numbers(of.method().of(permuted).estimate(1, 2, 0.95));
        for (int k = 0; k < 3; k++) {
            assertThat(after[k]).isCloseTo(before[k], within(2e-13 * Math.abs(before[k])));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTestRejectsWhatLiesOutsideTheLimits(Case of) {
        ArmContrasts contrasts = of.method().of(of.data());
        double[] limits = numbers(contrasts.estimate(1, 0, 0.95));
        for (int side = 1; side <= 2; side++) {
            double limit = limits[side];
            double out = limit + (limit - limits[0]) * 1e-4;
            double in = limit - (limit - limits[0]) * 1e-4;
            assertThat(p(contrasts.test(1, 0, out, Alternative.TWO_SIDED))).isBetween(0.0499, 0.05);
            assertThat(p(contrasts.test(1, 0, in, Alternative.TWO_SIDED))).isBetween(0.05, 0.0501);
        }
        double greater = p(contrasts.test(1, 0, of.ratio() ? 1.1 : 0.1, Alternative.GREATER));
        double less = p(contrasts.test(1, 0, of.ratio() ? 1.1 : 0.1, Alternative.LESS));
        assertThat(greater + less).isCloseTo(1, within(1e-12));
        assertThat(p(contrasts.test(1, 0, of.ratio() ? 1.1 : 0.1, Alternative.TWO_SIDED)))
                .isCloseTo(2 * Math.min(greater, less), within(1e-15));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesALevelThatIsNoFraction(Case of) {
        ArmContrasts contrasts = of.method().of(of.data());
        for (double level : new double[] {0, 1, 95, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> contrasts.estimate(1, 0, level))
                    .withMessage("level must lie strictly between 0 and 1, got " + level);
        }
    }

    /** Without covariates: closed forms, over tables of several sizes. */
    @Test
    void withoutCovariatesSharesAreTheCrudeOnes() {
        for (TwoByTwo table : tables()) {
            AdjustedData data = data(table);
            double p1 = table.group().proportion();
            double p0 = table.reference().proportion();
            double n1 = table.group().assessed();
            double n0 = table.reference().assessed();
            double robust = Math.sqrt(p1 * (1 - p1) / (n1 - 1) + p0 * (1 - p0) / (n0 - 1));

            Estimate ye = YeRiskDifference.of(data).estimate(1, 0, 0.95);
            assertThat(value(ye.estimate())).isCloseTo(p1 - p0, within(4e-16));
            assertThat(value(ye.standardError().orElseThrow())).isCloseTo(robust, within(1e-15));
            same(YeStratifiedRiskDifference.of(data).estimate(1, 0, 0.95), ye);
            same(DeltaHc0RiskDifference.of(data).estimate(1, 0, 0.95), WaldDifference.of(table, 0.95));
            same(DeltaModelRiskDifference.of(data).estimate(1, 0, 0.95), WaldDifference.of(table, 0.95));
            same(ModifiedPoisson.of(data).estimate(1, 0, 0.95), KatzRatio.of(table, 0.95));
            same(LogBinomialRatio.of(data).estimate(1, 0, 0.95), KatzRatio.of(table, 0.95));
            assertThat(value(YeRiskRatio.of(data).estimate(1, 0, 0.95).estimate()))
                    .isCloseTo(p1 / p0, within(1e-14));
            assertThat(value(YeOddsRatio.of(data).estimate(1, 0, 0.95).estimate()))
                    .isCloseTo(value(WoolfOddsRatio.of(table, 0.95).estimate()), within(1e-13));
            assertThat(value(LogisticOddsRatio.of(data).estimate(1, 0, 0.95).estimate()))
                    .isCloseTo(value(WoolfOddsRatio.of(table, 0.95).estimate()), within(1e-13));
            same(ProportionalOddsRatio.of(data).estimate(1, 0, 0.95), WoolfOddsRatio.of(table, 0.95));
        }
    }

    /**
     * Every table of up to six people an arm that has an event and another in each arm: standardisation without a covariate, or
     * with a constant one, is the crude difference and the crude ratios, and changing the arms round mirrors it. Where an arm
     * has no events, or events only, the model has no fit, and that is said.
     */
    @Test
    void onAllSmallTablesStandardisationIsTheCrudeDifference() {
        int fitted = 0;
        int others = 0;
        for (TwoByTwo table : Tables.all(6)) {
            AdjustedData data = data(table);
            AdjustedData constant = withConstant(data);
            boolean telling = table.group().events() > 0
                    && table.group().nonEvents() > 0
                    && table.reference().events() > 0
                    && table.reference().nonEvents() > 0;
            for (AdjustedMethod method : List.<AdjustedMethod>of(
                    YeRiskDifference::of, YeStratifiedRiskDifference::of, DeltaHc0RiskDifference::of)) {
                Estimate crude = method.of(data).estimate(1, 0, 0.95);
                if (!telling) {
                    assertThat(crude.estimate().ifEstimated())
                            .as(table.toString())
                            .isEmpty();
                    others++;
                    continue;
                }
                assertThat(value(crude.estimate()))
                        .as(table.toString())
                        .isCloseTo(PointEstimate.riskDifference(table), within(1e-15));
                same(method.of(constant).estimate(1, 0, 0.95), crude);
                Estimate mirrored = method.of(data(table.swapped())).estimate(1, 0, 0.95);
                assertThat(0 - value(mirrored.estimate())).isCloseTo(value(crude.estimate()), within(1e-15));
                assertThat(0 - value(mirrored.upper())).isCloseTo(value(crude.lower()), within(1e-12));
                fitted++;
            }
            if (telling) {
                assertThat(value(YeRiskRatio.of(constant).estimate(1, 0, 0.95).estimate()))
                        .isCloseTo(value(PointEstimate.riskRatio(table)), withinPercentage(1e-11));
                assertThat(value(YeOddsRatio.of(constant).estimate(1, 0, 0.95).estimate()))
                        .isCloseTo(value(PointEstimate.oddsRatio(table)), withinPercentage(1e-11));
                assertThat(value(LogisticOddsRatio.of(constant)
                                .estimate(1, 0, 0.95)
                                .estimate()))
                        .isCloseTo(value(PointEstimate.oddsRatio(table)), withinPercentage(1e-11));
                assertThat(value(ModifiedPoisson.of(constant)
                                .estimate(1, 0, 0.95)
                                .estimate()))
                        .isCloseTo(value(PointEstimate.riskRatio(table)), withinPercentage(1e-11));
            }
        }
        assertThat(fitted).isEqualTo(3 * 15 * 15);
        assertThat(others).isEqualTo(3 * (27 * 27 - 15 * 15));
    }

    private static AdjustedData withConstant(AdjustedData data) {
        double[] seven = new double[data.people()];
        Arrays.fill(seven, 7);
        return AdjustedData.of(data.outcome(), data.arm(), data.arms(), List.of("constant"), new double[][] {seven});
    }

    /** Firth of a two by two table is one half added to each of its cells. */
    @Test
    void firthWithoutCovariatesAddsOneHalfToEachCell() {
        for (TwoByTwo table : Stream.concat(
                        tables().stream(), Stream.of(table(0, 9, 4, 12), table(7, 7, 2, 5), table(3, 3, 0, 4)))
                .toList()) {
            double odds = (table.group().events() + 0.5)
                    / (table.group().nonEvents() + 0.5)
                    / ((table.reference().events() + 0.5) / (table.reference().nonEvents() + 0.5));
            assertThat(value(FirthOddsRatio.of(data(table)).estimate(1, 0, 0.95).estimate()))
                    .isCloseTo(odds, within(1e-10 * odds));
        }
    }

    @Test
    void withoutCovariatesMeansAreTheCrudeOnes() {
        double[] bwt = Birthwt.column("bwt");
        int[] arm = Arrays.stream(Birthwt.column("ui")).mapToInt(u -> (int) u).toArray();
        AdjustedData data = AdjustedData.of(bwt, arm, List.of("no", "yes"), List.of(), new double[0][]);
        double[] yes = IntStream.range(0, 189)
                .filter(i -> arm[i] == 1)
                .mapToDouble(i -> bwt[i])
                .toArray();
        double[] no = IntStream.range(0, 189)
                .filter(i -> arm[i] == 0)
                .mapToDouble(i -> bwt[i])
                .toArray();
        Moments m1 = Moments.of(yes);
        Moments m0 = Moments.of(no);
        double n1 = yes.length;
        double n0 = no.length;

        same(AncovaModel.of(data).estimate(1, 0, 0.95), StudentDifference.of(new TwoSamples(yes, no), 0.95, null));
        assertThat(value(AncovaHc0.of(data).estimate(1, 0, 0.95).standardError().orElseThrow()))
                .isCloseTo(Math.sqrt(m1.squares() / n1 / n1 + m0.squares() / n0 / n0), within(1e-11));
        assertThat(value(AncovaHc3.of(data).estimate(1, 0, 0.95).standardError().orElseThrow()))
                .isCloseTo(
                        Math.sqrt(m1.squares() / (n1 - 1) / (n1 - 1) + m0.squares() / (n0 - 1) / (n0 - 1)),
                        within(1e-11));
        same(
                AncovaInteractions.of(data).estimate(1, 0, 0.95),
                AncovaHc3.of(data).estimate(1, 0, 0.95));
        assertThat(value(PoissonRobust.of(data).estimate(1, 0, 0.95).estimate()))
                .isCloseTo(m1.mean() / m0.mean(), within(1e-14));
    }

    /** Separation by a covariate, or by an arm, is named; what does not need the fit remains. */
    @Test
    void separationIsNamedAndTheRestRemains() {
        double[] hg = Birthwt.column("endometrial", "HG");
        int[] arm = new int[79];
        Arrays.setAll(arm, i -> i % 2);
        double[][] covariates = {Birthwt.column("endometrial", "NV"), Birthwt.column("endometrial", "EH")};
        AdjustedData data = AdjustedData.of(hg, arm, List.of("a", "b"), List.of("NV", "EH"), covariates);
        List<Separating> named = List.of(new Separating("NV", true));

        for (AdjustedMethod method : List.<AdjustedMethod>of(
                LogisticOddsRatio::of, YeRiskDifference::of, YeRiskRatio::of, DeltaHc0RiskDifference::of)) {
            ArmContrasts contrasts = method.of(data);
            assertThat(contrasts.estimate(1, 0, 0.95)).isEqualTo(Estimate.notEstimable(Reason.SEPARATION));
            assertThat(contrasts.test(1, 0, 1, Alternative.TWO_SIDED))
                    .isEqualTo(TestResult.notEstimable(Reason.SEPARATION));
            assertThat(contrasts.notes().separating()).isEqualTo(named);
        }
        assertThat(ProportionalOddsRatio.of(data).notes().separating()).isEqualTo(named);
        for (AdjustedMethod method :
                List.<AdjustedMethod>of(FirthOddsRatio::of, ModifiedPoisson::of, AncovaHc3::of, PoissonRobust::of)) {
            assertThat(method.of(data).estimate(1, 0, 0.95).lower()).isInstanceOf(Quantity.Estimated.class);
        }
        ArmContrasts noEvents = ModifiedPoisson.of(data(table(0, 9, 4, 12)));
        assertThat(noEvents.estimate(1, 0, 0.95)).isEqualTo(Estimate.notEstimable(Reason.SEPARATION));
        assertThat(noEvents.notes().separating()).containsExactly(new Separating("arm=group", false));
    }

    /** Heinze and Schemper 2002, table 1, as coxphf and logistf print it: NV 2.93 (0.61 to 7.85) on the log scale. */
    @Test
    void firthOfEndometrialCancerIsAsPublished() {
        int[] nv = Arrays.stream(Birthwt.column("endometrial", "NV"))
                .mapToInt(v -> (int) v)
                .toArray();
        double[][] covariates = {Birthwt.column("endometrial", "PI"), Birthwt.column("endometrial", "EH")};
        Estimate estimate = FirthOddsRatio.of(AdjustedData.of(
                        Birthwt.column("endometrial", "HG"), nv, List.of("0", "1"), List.of("PI", "EH"), covariates))
                .estimate(1, 0, 0.95);

        assertThat(StrictMath.log(value(estimate.estimate()))).isCloseTo(2.93, within(0.005));
        assertThat(StrictMath.log(value(estimate.lower()))).isCloseTo(0.61, within(0.005));
        assertThat(StrictMath.log(value(estimate.upper()))).isCloseTo(7.85, within(0.005));
    }

    @Test
    void edgesHaveReasons() {
        double[] y = {1, 2, 4, 3, 5};
        int[] arm = {0, 0, 0, 1, 1};
        List<String> arms = List.of("a", "b");
        AdjustedData tight = AdjustedData.of(
                y, arm, arms, List.of("x", "z", "w"), new double[][] {{1, 0, 0, 0, 0}, {0, 1, 0, 0, 0}, {0, 0, 0, 1, 0}
                });
        assertThat(AncovaHc3.of(tight).estimate(1, 0, 0.95)).isEqualTo(Estimate.notEstimable(Reason.NO_RESIDUAL_DF));
        AdjustedData alone = AdjustedData.of(y, new int[] {0, 0, 0, 0, 1}, arms, List.of(), new double[0][]);
        assertThat(AncovaHc3.of(alone).estimate(1, 0, 0.95))
                .isEqualTo(Estimate.withoutLimits(2.5, Reason.LEVERAGE_ONE));
        assertThat(AncovaHc0.of(alone).estimate(1, 0, 0.95).lower()).isInstanceOf(Quantity.Estimated.class);
        AdjustedData flat = AdjustedData.of(new double[] {.1, .1, .1, .3, .3}, arm, arms, List.of(), new double[0][]);
        assertThat(AncovaHc3.of(flat).estimate(1, 0, 0.95).lower())
                .isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
        assertThat(AncovaModel.of(flat).test(1, 0, 0, Alternative.TWO_SIDED))
                .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
        AdjustedData debts = AdjustedData.of(new double[] {1, -1, 1, 3, 3}, arm, arms, List.of(), new double[0][]);
        assertThat(PoissonRobust.of(debts).estimate(1, 0, 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.MEAN_NOT_POSITIVE));
    }

    @Test
    void refusesDataThatCannotBe() {
        double[] y = {1, 0, 1};
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> AdjustedData.of(y, new int[] {0, 0, 0}, List.of("a", "b"), List.of(), new double[0][]))
                .withMessage("nobody is in b");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> AdjustedData.of(y, new int[] {0, 2, 0}, List.of("a", "b"), List.of(), new double[0][]))
                .withMessage("an arm must be from 0 to 1, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdjustedData.of(y, new int[] {0, 0}, List.of("a", "b"), List.of(), new double[0][]))
                .withMessage("outcome, arm and stratum must be known of the same people, got 3, 2 and 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdjustedData.of(y, new int[] {0, 0, 0}, List.of("a"), List.of(), new double[0][]))
                .withMessage("there must be two arms at least, got [a]");
        AdjustedData three = AdjustedData.of(y, new int[] {0, 1, 0}, List.of("a", "b"), List.of(), new double[0][]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.inClusters(new int[] {0, 1}))
                .withMessage("clusters must be those of 3 people, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.inClusters(new int[] {0, 2, 0}))
                .withMessage("clusters must be numbered from 0 without a gap, got 0 to 2 in 2 numbers");
        assertThat(three.cluster()).containsExactly(0, 1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> AdjustedData.of(y, new int[] {0, 1, 0}, List.of("a", "b"), List.of("x"), new double[0][]))
                .withMessage("each covariate must have a name, got 0 and [x]");
    }

    private static List<TwoByTwo> tables() {
        return List.of(table(36, 154, 12, 77), table(9, 10, 3, 10), table(1, 34, 7, 40), table(140, 185, 168, 260));
    }

    private static TwoByTwo table(int x1, int n1, int x0, int n0) {
        return new TwoByTwo(new BinomialCount(x1, n1), new BinomialCount(x0, n0));
    }

    private static AdjustedData data(TwoByTwo table) {
        int n1 = table.group().assessed();
        int n0 = table.reference().assessed();
        double[] y = new double[n1 + n0];
        int[] arm = new int[n1 + n0];
        for (int i = 0; i < y.length; i++) {
            arm[i] = i < n1 ? 1 : 0;
            y[i] = i < n1
                    ? (i < table.group().events() ? 1 : 0)
                    : i - n1 < table.reference().events() ? 1 : 0;
        }
        return AdjustedData.of(y, arm, List.of("reference", "group"), List.of(), new double[0][]);
    }

    private static void same(Estimate got, Estimate wanted) {
        double[] a = numbers(got);
        double[] b = numbers(wanted);
        for (int k = 0; k < 3; k++) {
            assertThat(a[k]).isCloseTo(b[k], closeTo(b[k]));
        }
    }

    private static Offset<Double> closeTo(double x) {
        return within(1e-10 * Math.max(1e-3, Math.abs(x)));
    }

    private static double[] numbers(Estimate estimate) {
        return new double[] {value(estimate.estimate()), value(estimate.lower()), value(estimate.upper())};
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow(() -> new AssertionError(quantity));
    }

    private static double p(TestResult test) {
        return value(test.pValue());
    }

    private static double[] pick(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }
}
