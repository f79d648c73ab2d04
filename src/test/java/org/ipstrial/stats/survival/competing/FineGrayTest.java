package org.ipstrial.stats.survival.competing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.survival.Lifetimes;
import org.ipstrial.stats.survival.Lifetimes.Person;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.cox.CoxData;
import org.ipstrial.stats.survival.cox.CoxFit;
import org.ipstrial.stats.survival.cox.Ties;
import org.ipstrial.stats.survival.hazards.ArmModel;
import org.ipstrial.stats.survival.hazards.HazardRatio;
import org.junit.jupiter.api.Test;

class FineGrayTest {

    /**
     * The first data of R survival's tests/finegray.R, with its covariate: cmprsk 2.2-11, crr(gtol = 1e-13). The curve of
     * censoring there is 11/12 after 3, times 8/10 after 4 where those who have the event at 4 have gone; here 9/11 there.
     */
    @Test
    void agreesWithCrrOnTheFirstDataOfFinegray() {
        SurvivalTimes times = SurvivalTimes.of(
                new double[] {1, 2, 3, 4, 4, 4, 5, 5, 6, 8, 8, 9, 10, 12},
                new int[] {1, 2, 0, 1, 0, 0, 2, 1, 0, 0, 2, 0, 1, 0},
                new int[14]);
        Subdistribution data = new Subdistribution(times, new double[][] {{5, 4, 3, 1, 2, 1, 1, 2, 2, 4, 6, 1, 2, 0}});
        double[] b = FineGray.fit(data).orElseThrow();

        assertThat(b[0]).isCloseTo(0.06729653046974, within(1e-13));
        assertThat(Math.sqrt(SubdistributionResiduals.variance(data, b)[0][0]))
                .isCloseTo(0.2507583342841, within(1e-12));
        // Just before 1, 4, 5 and 10.
        assertThat(data.before[0]).isEqualTo(1);
        assertThat(data.before[3]).isCloseTo(11 / 12.0, within(1e-15));
        assertThat(data.before[6]).isCloseTo(11 / 12.0 * 9 / 11, within(1e-15));
        assertThat(data.before[12]).isCloseTo(11 / 12.0 * 9 / 11 * 5 / 6 * 4 / 5 * 2 / 3, within(1e-15));
    }

    /**
     * Sex and age of R's survival::mgus2 (a malignancy, death before it competing): the numbers of crr as it stops by itself,
     * and of gtol = 1e-13.
     */
    @Test
    void agreesWithCrrOnMgus2() throws IOException {
        List<double[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/main/resources/org/ipstrial/reference/data/mgus2.csv"))) {
            if (!line.startsWith("#") && !line.startsWith("time")) {
                rows.add(Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
            }
        }
        Subdistribution data = new Subdistribution(
                SurvivalTimes.of(column(rows, 0), ints(rows, 1), new int[rows.size()]),
                new double[][] {column(rows, 2), column(rows, 3)});
        double[] b = FineGray.fit(data).orElseThrow();
        double[][] variance = SubdistributionResiduals.variance(data, b);

        assertThat(b[0]).isCloseTo(-.26003823788413, within(1e-10)).isCloseTo(-0.260038237854948, within(1e-10));
        assertThat(b[1]).isCloseTo(-.01733815349468, within(5e-10)).isCloseTo(-0.01733815335169, within(5e-10));
        assertThat(Math.sqrt(variance[0][0])).isCloseTo(.18568103479217, within(1e-10));
        assertThat(Math.sqrt(variance[1][1])).isCloseTo(.00573710323024, within(5e-11));
    }

    /** Second route: whoever another cause ended is cut in pieces at each censoring, each with its weight, in Cox's model. */
    @Test
    void isTheWeightedCoxModelOfThePieces() {
        int compared = 0;
        for (int seed = 1; seed <= 60; seed++) {
            List<Person> people = Lifetimes.at(Lifetimes.people(seed, 2, 1, 2), t -> t + 1);
            Estimate got = FineGray.ratio(ArmModel.of(Lifetimes.times(people)), 0, 1, 0.95);
            if (got.estimate().ifEstimated().isPresent()) {
                assertThat(StrictMath.log(value(got.estimate())))
                        .isCloseTo(byPieces(people).coefficients()[0], within(1e-9));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(45);
    }

    private static CoxFit byPieces(List<Person> people) {
        List<double[]> rows = new ArrayList<>();
        for (Person person : people) {
            double x = person.arm() == 0 ? 1 : 0;
            rows.add(new double[] {0, person.time(), person.cause() == 1 ? 1 : 0, x, 1});
            if (person.cause() == 2) {
                double own = curve(people, person.time());
                for (double from = person.time(); from < 16; from++) {
                    // At a time t after it the weight is G(t-) over G(T-); all times are whole.
                    rows.add(new double[] {from, from + 1, 0, x, curve(people, from + 1) / own});
                }
            }
        }
        SurvivalTimes times = SurvivalTimes.of(column(rows, 1), ints(rows, 2), new int[rows.size()])
                .enteringAt(column(rows, 0));
        return CoxFit.of(
                        CoxData.weighted(
                                times,
                                // Nobody who could have the event has a weight of 0.
                                Arrays.stream(column(rows, 4))
                                        .map(w -> Math.max(w, Double.MIN_NORMAL))
                                        .toArray(),
                                column(rows, 3)),
                        Ties.BRESLOW)
                .fit()
                .orElseThrow();
    }

    /** The curve of censoring just before a time. */
    private static double curve(List<Person> people, double time) {
        double curve = 1;
        for (double u = 1; u < time; u++) {
            double at = u;
            double n = people.stream().filter(p -> p.time() >= at).count();
            double c = people.stream()
                    .filter(p -> p.time() == at && p.cause() == 0)
                    .count();
            curve *= n == 0 ? 1 : (n - c) / n;
        }
        return curve;
    }

    /** With no other cause it is the Cox model by Breslow with its robust error, nobody's weight being estimated. */
    @Test
    void withOneCauseItIsTheRobustCoxModel() {
        for (int seed = 1; seed <= 40; seed++) {
            ArmModel model = ArmModel.of(Lifetimes.times(Lifetimes.people(seed, 2, 1, 1)));
            Estimate cox = HazardRatio.robust(Ties.BRESLOW).of(model, 0, 1, 0.95);
            Estimate got = FineGray.ratio(model, 0, 1, 0.95);
            if (cox.estimate().ifEstimated().isPresent()) {
                assertThat(value(got.estimate())).isCloseTo(value(cox.estimate()), within(1e-9));
                assertThat(value(got.lower())).isCloseTo(value(cox.lower()), within(1e-9));
                assertThat(value(got.upper())).isCloseTo(value(cox.upper()), within(1e-6 * value(cox.upper())));
            } else {
                assertThat(got).isEqualTo(cox);
            }
        }
    }

    /** Without censoring those whom another cause ended stay to the end: the same as if they were censored last of all. */
    @Test
    void withoutCensoringOthersStayToTheEnd() {
        for (int seed = 1; seed <= 40; seed++) {
            List<Person> people = Lifetimes.uncensored(Lifetimes.people(seed, 2, 1, 2));
            List<Person> staying = people.stream()
                    .map(p -> p.cause() == 2 ? new Person(99, 0, p.arm(), 0) : p)
                    .toList();
            Estimate got = FineGray.ratio(ArmModel.of(Lifetimes.times(people)), 0, 1, 0.95);
            Estimate cox = HazardRatio.robust(Ties.BRESLOW).of(ArmModel.of(Lifetimes.times(staying)), 0, 1, 0.95);
            if (cox.estimate().ifEstimated().isPresent()) {
                assertThat(value(got.estimate())).isCloseTo(value(cox.estimate()), within(1e-9));
                assertThat(value(got.lower())).isCloseTo(value(cox.lower()), within(1e-8));
            }
        }
    }

    @Test
    void changingArmsRoundInvertsTheRatioAndNoOrderShows() {
        for (int seed = 1; seed <= 40; seed++) {
            List<Person> people = Lifetimes.people(seed, 2, 1, 3);
            SurvivalTimes times = Lifetimes.times(people).causeAgainstOthers(1);
            Estimate one = FineGray.ratio(ArmModel.of(times), 0, 1, 0.95);
            Estimate other = FineGray.ratio(ArmModel.of(times.contrast(1, 0)), 0, 1, 0.95);
            if (one.estimate().ifEstimated().isPresent()) {
                assertThat(value(one.estimate()) * value(other.estimate())).isCloseTo(1, within(1e-10));
                assertThat(value(one.lower()) * value(other.upper())).isCloseTo(1, within(1e-10));
            }
            List<Person> moved = Lifetimes.at(Lifetimes.shuffled(people, seed), t -> 2 * t);
            assertThat(FineGray.ratio(ArmModel.of(Lifetimes.times(moved).causeAgainstOthers(1)), 0, 1, 0.95))
                    .isEqualTo(one);
        }
    }

    @Test
    void saysWhyThereIsNone() {
        assertThat(reason("1b 2+", "3b 4+")).isEqualTo(Reason.NO_EVENTS_IN_EITHER_ARM);
        assertThat(reason("1 2 3b", "3b 9+")).isEqualTo(Reason.NO_EVENTS_IN_REFERENCE);
        assertThat(reason("1b 2+", "3 4")).isEqualTo(Reason.NO_EVENTS_IN_GROUP);
        // Whom another cause ended is still at risk, so that these are together, as in Cox's model of the cause they
        // are not.
        assertThat(FineGray.ratio(ArmModel.of(Lifetimes.of("1b 2 2b", "3 4 9+")), 0, 1, 0.95)
                        .estimate()
                        .ifEstimated())
                .isPresent();
    }

    private static Reason reason(String group, String reference) {
        return ((Quantity.NotEstimable) FineGray.ratio(ArmModel.of(Lifetimes.of(group, reference)), 0, 1, 0.95)
                        .estimate())
                .reason();
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }

    private static int[] ints(List<double[]> rows, int column) {
        return IntStream.range(0, rows.size())
                .map(i -> (int) rows.get(i)[column])
                .toArray();
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }
}
