package org.ipstrial.stats.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdjustmentsTest {

    private static final List<Adjustment> ALL =
            List.of(Holm::adjust, Hochberg::adjust, Hommel::adjust, BenjaminiHochberg::adjust, Bonferroni::adjust);

    private static final Offset<Double> PRINTED = within(5e-13);

    /** The 25 p-values of McDonald, Handbook of Biological Statistics, 3rd edition, multiple comparisons. */
    private static final double[] MCDONALD = {
        .001, .008, .039, .041, .042, .060, .074, .205, .212, .216, .222, .251, .269, .275, .34, .341, .384, .569, .594,
        .696, .762, .94, .942, .975, .986
    };

    /** Out of order, with a tie. */
    private static final double[] SIX = {.03, .01, .04, .01, .5, .02};

    /** R 4.2.2, p.adjust; for Benjamini-Hochberg scipy 1.17.1, false_discovery_control, gives the same 25. */
    static Stream<Arguments> fromR() {
        return Stream.of(
                of("holm", Holm::adjust, MCDONALD, .025, .192, .897, .902, .902, 1, 1, 1, 1),
                of("hochberg", Hochberg::adjust, MCDONALD, .025, .192, .882, .882, .882, .986, .986, .986, .986),
                of("hommel", Hommel::adjust, MCDONALD, .025, .192, .682, .697, .714, .84, .962, .986, .986),
                of(
                        "benjamini-hochberg",
                        BenjaminiHochberg::adjust,
                        MCDONALD,
                        .025,
                        .1,
                        .21,
                        .21,
                        .21,
                        .25,
                        .264285714285714,
                        .491071428571429,
                        .491071428571429,
                        .491071428571429,
                        .491071428571429,
                        .491071428571429,
                        .491071428571429,
                        .491071428571429,
                        .5328125,
                        .5328125,
                        .564705882352941,
                        .781578947368421,
                        .781578947368421,
                        .87,
                        .907142857142857,
                        .986,
                        .986,
                        .986,
                        .986),
                of("bonferroni", Bonferroni::adjust, MCDONALD, .025, .2, .975, 1, 1, 1, 1, 1, 1),
                of("holm", Holm::adjust, SIX, .09, .06, .09, .06, .5, .08),
                of("hochberg", Hochberg::adjust, SIX, .08, .05, .08, .05, .5, .08),
                of("hommel", Hommel::adjust, SIX, .06, .05, .08, .05, .5, .06),
                of("benjamini-hochberg", BenjaminiHochberg::adjust, SIX, .045, .03, .048, .03, .5, .04),
                of("bonferroni", Bonferroni::adjust, SIX, .18, .06, .24, .06, 1, .12));
    }

    private static Arguments of(String name, Adjustment adjustment, double[] p, double... expected) {
        return Arguments.of(name, adjustment, p, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fromR")
    void agreesWithR(String name, Adjustment adjustment, double[] p, double[] expected) {
        double[] got = adjustment.adjust(p);
        for (int i = 0; i < p.length; i++) {
            // All that follow are as the last that is written down.
            assertThat(got[i]).as(name + " " + i).isCloseTo(expected[Math.min(i, expected.length - 1)], PRINTED);
        }
    }

    /** Second route: the closed test itself, over all sets of up to seven hypotheses. */
    @Test
    void hommelAndHolmAreTheClosedTestsOfSimesAndBonferroni() {
        for (double[] p : families(400, 7)) {
            double[] hommel = Hommel.adjust(p);
            double[] holm = Holm.adjust(p);
            for (int i = 0; i < p.length; i++) {
                double simes = 0;
                double bonferroni = 0;
                for (int set = 1; set < 1 << p.length; set++) {
                    if ((set >> i & 1) == 1) {
                        double[] sorted = members(p, set);
                        double smallest = 1;
                        for (int j = 0; j < sorted.length; j++) {
                            smallest = Math.min(smallest, sorted.length * sorted[j] / (j + 1));
                        }
                        simes = Math.max(simes, smallest);
                        bonferroni = Math.max(bonferroni, Math.min(1, sorted.length * sorted[0]));
                    }
                }
                assertThat(hommel[i]).as(Arrays.toString(p)).isCloseTo(simes, within(1e-15));
                assertThat(holm[i]).as(Arrays.toString(p)).isCloseTo(bonferroni, within(1e-15));
            }
        }
    }

    @Test
    void keepsItsLaws() {
        for (double[] p : families(500, 30)) {
            String what = Arrays.toString(p);
            for (Adjustment adjustment : ALL) {
                double[] adjusted = adjustment.adjust(p);
                double[] turned = adjustment.adjust(reversed(p));
                for (int i = 0; i < p.length; i++) {
                    assertThat(adjusted[i]).as(what).isBetween(p[i], 1.0);
                    assertThat(turned[p.length - 1 - i]).as(what).isEqualTo(adjusted[i]);
                    for (int j = 0; j < p.length; j++) {
                        if (p[i] <= p[j]) {
                            assertThat(adjusted[i]).as(what).isLessThanOrEqualTo(adjusted[j]);
                        }
                    }
                }
            }
        }
    }

    @Test
    void rejectsNoLessFromBonferroniToHommel() {
        for (double[] p : families(500, 30)) {
            double[] bonferroni = Bonferroni.adjust(p);
            double[] holm = Holm.adjust(p);
            double[] hochberg = Hochberg.adjust(p);
            double[] hommel = Hommel.adjust(p);
            double[] falseDiscovery = BenjaminiHochberg.adjust(p);
            for (int i = 0; i < p.length; i++) {
                String what = Arrays.toString(p);
                assertThat(holm[i]).as(what).isLessThanOrEqualTo(bonferroni[i]);
                assertThat(hochberg[i]).as(what).isLessThanOrEqualTo(holm[i]);
                // Products and quotients round apart in the last bit.
                assertThat(hommel[i]).as(what).isLessThanOrEqualTo(hochberg[i] * (1 + 1e-15));
                assertThat(falseDiscovery[i]).as(what).isLessThanOrEqualTo(hommel[i] * (1 + 1e-15));
            }
        }
    }

    @Test
    void leavesOneAloneAndNoneEmptyAndTheInputAsItWas() {
        for (Adjustment adjustment : ALL) {
            assertThat(adjustment.adjust(new double[] {0.03})).containsExactly(0.03);
            assertThat(adjustment.adjust(new double[0])).isEmpty();
            assertThat(adjustment.adjust(new double[] {0, 1})).containsExactly(0, 1);
            double[] given = SIX.clone();
            adjustment.adjust(given);
            assertThat(given).containsExactly(SIX);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.5, Double.NaN})
    void refusesWhatIsNoProbability(double p) {
        for (Adjustment adjustment : ALL) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> adjustment.adjust(new double[] {0.5, p}))
                    .withMessage("a p-value must lie from 0 to 1, got " + p);
        }
    }

    private static List<double[]> families(int howMany, int largest) {
        Random random = new Random(1979);
        return Stream.generate(() -> random.doubles(1 + random.nextInt(largest))
                        .map(u -> random.nextBoolean() ? u : Math.rint(u * u * 50) / 100)
                        .toArray())
                .limit(howMany)
                .toList();
    }

    private static double[] members(double[] p, int set) {
        double[] members = new double[Integer.bitCount(set)];
        int next = 0;
        for (int i = 0; i < p.length; i++) {
            if ((set >> i & 1) == 1) {
                members[next++] = p[i];
            }
        }
        Arrays.sort(members);
        return members;
    }

    private static double[] reversed(double[] p) {
        double[] turned = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            turned[i] = p[p.length - 1 - i];
        }
        return turned;
    }
}
