package org.ipstrial.stats.contingency.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.stream.Stream;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.Tables;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.TwoByTwoInterval;
import org.ipstrial.stats.proportion.CriticalValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The limits and tests against the likelihood maximised directly, without the curve that the code follows. */
class DirectMaximisationTest {

    private static final double Z = CriticalValue.twoSided(0.95);

    /** A test of the effect {@code value}. */
    private interface EffectTest {
        TestResult of(TwoByTwo table, double value);
    }

    /** One of the three scales, written out as in the paper and apart from the code. */
    private record Paper(String name, TwoByTwoInterval interval, EffectTest test, Likelihood likelihood) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Paper> papers() {
        return Stream.of(
                new Paper(
                        "difference",
                        MiettinenNurminenDifference::of,
                        MiettinenNurminenDifference::test,
                        Likelihood.ofDifference()),
                new Paper("ratio", MiettinenNurminenRatio::of, MiettinenNurminenRatio::test, Likelihood.ofRatio()),
                new Paper(
                        "odds ratio",
                        MiettinenNurminenOddsRatio::of,
                        MiettinenNurminenOddsRatio::test,
                        Likelihood.ofOddsRatio()));
    }

    /** Second route: the likelihood is maximised directly, and the paper's own statistic is z at the limits. */
    @ParameterizedTest
    @MethodSource("papers")
    void solvesThePapersEquationAtTheDirectlyMaximisedLikelihood(Paper paper) {
        int solved = 0;
        for (TwoByTwo table : Tables.all(9)) {
            for (double limit : limits(paper.interval().of(table, 0.95))) {
                if (isInner(paper, limit)) {
                    double p2 = paper.likelihood().mostLikely(table, limit);
                    double p1 = paper.likelihood().p1(p2, limit);
                    double z = Math.sqrt(
                            paper.likelihood().chiSquared(table, p1, p2, limit) / ScoreInversion.inflation(table));
                    if (!(Math.abs(z - Z) < 1e-9)) {
                        fail(table + " limit " + limit + ": z " + z);
                    }
                    solved++;
                }
            }
        }
        assertThat(solved).isGreaterThan(4000);
    }

    /** The fit along the curve is nowhere less likely than any other pair with the same effect. */
    @Test
    void fitsNoWorseThanAnyPairOnAGrid() {
        for (TwoByTwo table : Tables.all(5)) {
            for (double pull : new double[] {0.1, 0.7, 2, 6, 20}) {
                compareWithGrid(Likelihood.ofDifference(), DifferenceScale.INSTANCE, table, pull);
                compareWithGrid(Likelihood.ofRatio(), RatioScale.INSTANCE, table, pull);
                compareWithGrid(Likelihood.ofOddsRatio(), OddsRatioScale.INSTANCE, table, pull);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void givesPEqualToAlphaAtTheLimits(Paper paper) {
        int tested = 0;
        for (List<TwoByTwo> tables : List.of(Tables.all(9), Tables.random(500, 1_000_000))) {
            for (TwoByTwo table : tables) {
                for (double limit : limits(paper.interval().of(table, 0.95))) {
                    if (isInner(paper, limit)) {
                        double p = paper.test()
                                .of(table, limit)
                                .pValue()
                                .ifEstimated()
                                .getAsDouble();
                        if (!(Math.abs(p - 0.05) < 1e-8)) {
                            fail(table + " limit " + limit + ": p " + p);
                        }
                        tested++;
                    }
                }
            }
        }
        assertThat(tested).isGreaterThan(4000);
    }

    private static void compareWithGrid(Likelihood likelihood, Scale scale, TwoByTwo table, double pull) {
        if (pull >= scale.reach(table)) {
            return;
        }
        ConstrainedFit fit = scale.fit(table, pull);
        double[] range = likelihood.range(fit.effect());
        double best = logLikelihood(table, fit.group(), fit.reference());
        for (int i = 0; i <= 200; i++) {
            double p2 = range[0] + (range[1] - range[0]) * i / 200;
            double other = logLikelihood(table, likelihood.p1(p2, fit.effect()), p2);
            if (other > best + 1e-9) {
                fail(table + " " + scale + " pull " + pull + ": " + p2 + " is likelier than " + fit);
            }
        }
    }

    private static double logLikelihood(TwoByTwo table, double p1, double p2) {
        return term(table.group().events(), p1)
                + term(table.group().nonEvents(), 1 - p1)
                + term(table.reference().events(), p2)
                + term(table.reference().nonEvents(), 1 - p2);
    }

    private static double term(int count, double p) {
        return count == 0 ? 0 : count * StrictMath.log(Math.max(0, p));
    }

    private static double[] limits(Estimate estimate) {
        return Stream.of(estimate.lower(), estimate.upper())
                .mapToDouble(limit -> limit.ifEstimated().orElse(Double.POSITIVE_INFINITY))
                .toArray();
    }

    private static boolean isInner(Paper paper, double limit) {
        return Double.isFinite(limit) && (paper.name().equals("difference") ? Math.abs(limit) < 1 : limit > 0);
    }
}
