package org.ipstrial.stats.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.meta.effect.ArmCounts;
import org.ipstrial.stats.meta.effect.ArmMeans;
import org.ipstrial.stats.meta.effect.LogOddsRatio;
import org.ipstrial.stats.meta.effect.LogRiskRatio;
import org.ipstrial.stats.meta.effect.LogitShare;
import org.ipstrial.stats.meta.effect.PrintedLimits;
import org.ipstrial.stats.meta.influence.Influence;
import org.ipstrial.stats.meta.moderators.MetaRegression;
import org.ipstrial.stats.meta.moderators.SubgroupTest;
import org.ipstrial.stats.meta.variance.RestrictedLikelihood;
import org.junit.jupiter.api.Test;

/** The BCG trials, against R 4.2.2 with metafor 3.8-1, control = list(threshold = 1e-13, maxiter = 1000). */
class ModeratorsAndInfluenceTest {

    private static final double[][] COUNTS = {
        {4, 123, 11, 139},
        {6, 306, 29, 303},
        {3, 231, 11, 220},
        {62, 13598, 248, 12867},
        {33, 5069, 47, 5808},
        {180, 1541, 372, 1451},
        {8, 2545, 10, 629},
        {505, 88391, 499, 88391},
        {29, 7499, 45, 7277},
        {17, 1716, 65, 1665},
        {186, 50634, 141, 27338},
        {5, 2498, 3, 2341},
        {27, 16913, 29, 17854}
    };
    private static final double[] LATITUDE = {44, 55, 42, 52, 13, 44, 19, 13, 27, 42, 18, 33, 33};
    private static final double[] RANDOM = {1, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0};
    private static final double[] SYSTEMATIC = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1};

    private static StudyEffects bcg() {
        double[] y = new double[COUNTS.length];
        double[] v = new double[COUNTS.length];
        for (int i = 0; i < y.length; i++) {
            double[] row = COUNTS[i];
            StudyEffect.Known known =
                    (StudyEffect.Known) LogRiskRatio.of(new ArmCounts(row[0], row[1], row[2], row[3]));
            y[i] = known.estimate();
            v[i] = known.variance();
        }
        return StudyEffects.of(y, v);
    }

    private static double estimate(Pooled pooled) {
        return pooled.effect().estimate().ifEstimated().orElseThrow();
    }

    private static double error(Pooled pooled) {
        return pooled.effect().standardError().orElseThrow().ifEstimated().orElseThrow();
    }

    /** rma(yi, vi, mods = ~ ablat, test = "knha"). */
    @Test
    void oneModerator() {
        MetaRegression fitted = MetaRegression.of(
                MetaModel.of(bcg(), List.of(LATITUDE)), RestrictedLikelihood::of, MeanLimits.HARTUNG_KNAPP, 0.95);
        assertThat(estimate(fitted.coefficients().get(0))).isCloseTo(0.2514682100073, within(1e-9));
        assertThat(estimate(fitted.coefficients().get(1))).isCloseTo(-0.0291017250116, within(1e-11));
        assertThat(error(fitted.coefficients().get(0))).isCloseTo(0.28392528374342, within(1e-9));
        assertThat(error(fitted.coefficients().get(1))).isCloseTo(0.00820141741104, within(1e-11));
        assertThat(fitted.tauSquared()).isCloseTo(0.07634796395526, within(1e-10));
        assertThat(fitted.moderators().statistic().orElseThrow()).isCloseTo(12.59098288442308, within(1e-7));
        assertThat(fitted.moderators().pValue().ifEstimated().orElseThrow()).isCloseTo(0.00456505154154, within(1e-10));
        assertThat(fitted.residual().statistic().orElseThrow()).isCloseTo(30.73309, within(5e-6));
        assertThat(fitted.explained().orElseThrow()).isCloseTo(0.7562662180161, within(1e-9));
    }

    /** rma(yi, vi, mods = ~ ablat + factor(alloc), test = "knha"). */
    @Test
    void aNumberAndAFactor() {
        MetaRegression fitted = MetaRegression.of(
                MetaModel.of(bcg(), List.of(LATITUDE, RANDOM, SYSTEMATIC)),
                RestrictedLikelihood::of,
                MeanLimits.HARTUNG_KNAPP,
                0.95);
        assertThat(fitted.coefficients().stream()
                        .mapToDouble(ModeratorsAndInfluenceTest::estimate)
                        .toArray())
                .containsExactly(
                        new double[] {0.2931943560033, -0.0272757562981, -0.2674912115129, 0.0584612869283},
                        within(1e-9));
        assertThat(fitted.moderators().statistic().orElseThrow()).isCloseTo(3.4471067634770, within(1e-8));
        assertThat(fitted.tauSquared()).isCloseTo(0.1445942973591, within(1e-9));
    }

    /** The effect of a moderator does not depend on where its numbers begin, nor on the order of studies. */
    @Test
    void movingAModeratorMovesTheInterceptOnly() {
        double[] far =
                IntStream.range(0, 13).mapToDouble(i -> LATITUDE[i] + 1e6).toArray();
        Pooled here = coefficient(LATITUDE);
        Pooled there = coefficient(far);
        assertThat(estimate(there)).isCloseTo(estimate(here), within(1e-9));
        assertThat(error(there)).isCloseTo(error(here), within(1e-9));
    }

    private static Pooled coefficient(double[] moderator) {
        return MetaRegression.of(
                        MetaModel.of(bcg(), List.of(moderator)),
                        RestrictedLikelihood::of,
                        MeanLimits.HARTUNG_KNAPP,
                        0.95)
                .coefficients()
                .get(1);
    }

    @Test
    void moderatorsThatCannotBeToldApartAreNotFitted() {
        assertThat(MetaRegression.absent(MetaModel.of(bcg(), List.of(LATITUDE, LATITUDE))))
                .contains(Reason.COLLINEAR_COVARIATES);
        assertThat(MetaRegression.absent(MetaModel.of(bcg().only(0, 1), List.of(new double[] {1, 2}))))
                .contains(Reason.NO_RESIDUAL_DF);
        assertThat(MetaRegression.absent(MetaModel.of(bcg(), List.of(new double[13]))))
                .contains(Reason.COLLINEAR_COVARIATES);
    }

    /** influence(rma(yi, vi)), studies 1, 4, 8 and 13. */
    @Test
    void influence() {
        StudyEffects effects = bcg();
        MetaModel model = MetaModel.ofMean(effects);
        WeightedFit full = WeightedFit.at(model, RestrictedLikelihood.of(model));
        double[][] expected = {
            {0, -0.218142486, -0.0407075475, 0.00171654134, 0.0505948273},
            {3, -1.451200664, -0.5200509885, 0.22948163912, 0.0969874702},
            {7, 1.450080525, 0.4774600074, 0.19917759174, 0.1018943904},
            {12, 1.187902893, 0.3548608993, 0.12281290395, 0.0840285155}
        };
        for (double[] row : expected) {
            Influence influence = Influence.of(effects, (int) row[0], full, RestrictedLikelihood::of);
            assertThat(new double[] {
                        influence.studentisedResidual(), influence.dffits(), influence.cooksDistance(), influence.hat()
                    })
                    .containsExactly(new double[] {row[1], row[2], row[3], row[4]}, within(1e-5));
        }
        assertThat(IntStream.range(0, 13)
                        .mapToDouble(i -> Influence.of(effects, i, full, RestrictedLikelihood::of)
                                .hat())
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    /** Subgroups by allocation with a variance each, pooled and held against each other with rma(method = "EE"). */
    @Test
    void subgroups() {
        double[] y = new double[3];
        double[] v = new double[3];
        int[][] groups = {{4, 5}, {0, 1, 2, 3, 6, 7, 8}, {9, 10, 11, 12}};
        for (int g = 0; g < 3; g++) {
            Pooled pooled =
                    new RandomEffects(RestrictedLikelihood::of, MeanLimits.NORMAL).of(bcg().only(groups[g]), 0.95);
            y[g] = estimate(pooled);
            v[g] = error(pooled) * error(pooled);
        }
        var test = SubgroupTest.of(StudyEffects.of(y, v));
        assertThat(test.statistic().orElseThrow()).isCloseTo(1.861444946155, within(1e-8));
        assertThat(test.pValue().ifEstimated().orElseThrow()).isCloseTo(0.394268758886, within(1e-9));
    }

    /** rma(measure = "PLO", xi = c(85, 72, 38), ni = c(156, 162, 46), test = "knha"). */
    @Test
    void shares() {
        double[][] arms = {{85, 156}, {72, 162}, {38, 46}};
        double[] y = new double[3];
        double[] v = new double[3];
        for (int i = 0; i < 3; i++) {
            StudyEffect.Known logit = (StudyEffect.Known) LogitShare.of(arms[i][0], arms[i][1]);
            y[i] = logit.estimate();
            v[i] = logit.variance();
        }
        Pooled pooled =
                new RandomEffects(RestrictedLikelihood::of, MeanLimits.HARTUNG_KNAPP).of(StudyEffects.of(y, v), 0.95);
        assertThat(LogitShare.share(estimate(pooled))).isCloseTo(0.6111206777, within(1e-9));
        assertThat(LogitShare.share(pooled.effect().lower().ifEstimated().orElseThrow()))
                .isCloseTo(0.1407221648, within(1e-8));
        assertThat(LogitShare.share(pooled.effect().upper().ifEstimated().orElseThrow()))
                .isCloseTo(0.9378101416, within(1e-8));
    }

    /** Counting those without the event, or changing the arms round, mirrors the odds ratio, over every small table. */
    @Test
    void effectsOfCountsMirror() {
        for (int n1 = 1; n1 <= 4; n1++) {
            for (int n2 = 1; n2 <= 4; n2++) {
                for (int x1 = 0; x1 <= n1; x1++) {
                    for (int x2 = 0; x2 <= n2; x2++) {
                        StudyEffect one = LogOddsRatio.of(new ArmCounts(x1, n1, x2, n2));
                        StudyEffect other = LogOddsRatio.of(new ArmCounts(x2, n2, x1, n1));
                        boolean full = x1 > 0 && x2 > 0 && x1 < n1 && x2 < n2;
                        assertThat(one instanceof StudyEffect.Known).isEqualTo(full);
                        if (one instanceof StudyEffect.Known known && other instanceof StudyEffect.Known mirrored) {
                            assertThat(mirrored.estimate()).isCloseTo(-known.estimate(), within(1e-15));
                            assertThat(mirrored.variance()).isCloseTo(known.variance(), within(1e-15));
                        }
                    }
                }
            }
        }
    }

    @Test
    void emptyCellsAreNamedAndNothingIsAddedToThem() {
        assertThat(LogRiskRatio.of(new ArmCounts(0, 9, 3, 9)))
                .isEqualTo(new StudyEffect.Unknown(Reason.NO_EVENTS_IN_GROUP));
        assertThat(LogRiskRatio.of(new ArmCounts(0, 9, 0, 9)))
                .isEqualTo(new StudyEffect.Unknown(Reason.NO_EVENTS_IN_EITHER_ARM));
        assertThat(LogRiskRatio.of(new ArmCounts(9, 9, 9, 9)))
                .isEqualTo(new StudyEffect.Unknown(Reason.ALL_EVENTS_IN_BOTH_ARMS));
        assertThat(LogRiskRatio.of(new ArmCounts(9, 9, 3, 9))).isInstanceOf(StudyEffect.Known.class);
        assertThat(LogOddsRatio.of(new ArmCounts(9, 9, 3, 9)))
                .isEqualTo(new StudyEffect.Unknown(Reason.ALL_EVENTS_IN_GROUP));
        assertThat(LogOddsRatio.of(new ArmCounts(9, 9, 9, 9)))
                .isEqualTo(new StudyEffect.Unknown(Reason.ALL_EVENTS_IN_BOTH_ARMS));
    }

    /** Two arms as one are the mean and spread of everybody: 1 2 3 and 5 7 together. */
    @Test
    void combinesMeansAsOfEverybody() {
        ArmMeans.Arm both = new ArmMeans.Arm(2, 1, 3).with(new ArmMeans.Arm(6, Math.sqrt(2), 2));
        assertThat(both.mean()).isCloseTo(3.6, within(1e-12));
        assertThat(both.sd() * both.sd()).isCloseTo(5.8, within(1e-12));
        assertThat(both.people()).isEqualTo(5);
    }

    @Test
    void printedLimitsGiveTheStandardErrorThatMadeThem() {
        StudyEffect.Known known = (StudyEffect.Known)
                PrintedLimits.of(0.3, 0.3 - 0.2 * 1.959963984540054, 0.3 + 0.2 * 1.959963984540054, 0.95);
        assertThat(known.variance()).isCloseTo(0.04, within(1e-12));
    }
}
