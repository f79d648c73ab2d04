package org.ipstrial.stats.survival.hazards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.ipstrial.stats.survival.Lifetimes;
import org.ipstrial.stats.survival.Lifetimes.Person;
import org.ipstrial.stats.survival.cox.residuals.ScaledSchoenfeldResiduals.Event;
import org.ipstrial.stats.survival.cox.residuals.TimeTransform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HazardTrendTest {

    private static final double Z = 1.959963984540054;

    /** Women against men; behind the times a covariate, the age. */
    private static ArmModel lung(boolean adjusted) throws IOException {
        List<Person> people = new ArrayList<>();
        List<Double> ages = new ArrayList<>();
        try (var in = HazardTrendTest.class.getResourceAsStream("/org/ipstrial/reference/data/lung.csv")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            List<String> names = List.of(lines.get(0).split(","));
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                people.add(new Person(
                        Double.parseDouble(cells[names.indexOf("time")]),
                        Integer.parseInt(cells[names.indexOf("cause")]),
                        cells[names.indexOf("sex")].equals("2") ? 0 : 1,
                        0));
                ages.add(Double.parseDouble(cells[names.indexOf("age")]));
            }
        }
        double[] age = ages.stream().mapToDouble(Double::doubleValue).toArray();
        return adjusted
                ? ArmModel.of(Lifetimes.times(people), List.of("age"), new double[][] {age})
                : ArmModel.of(Lifetimes.times(people));
    }

    private static HazardTrend trend(ArmModel model, TimeTransform transform) {
        return HazardTrend.of(model, 0, 1, transform, 0.95).orElseThrow();
    }

    /**
     * {@code cox.zph(coxph(Surv(time, status) ~ I(sex == 2), lung), transform)} of R's survival 3.5-3, iterated to the
     * end with {@code coxph.control(eps = 1e-15)}: {@code $y}, and the spline of {@code plot.cox.zph} with its
     * standard error, read at the events.
     */
    @ParameterizedTest
    @CsvSource({
        "KM, 0, 5, 2.8022603967, -1.05470876918, 0.539519578153",
        "KM, 1, 11, -1.80569457807, -1.04541352841, 0.525498206983",
        "KM, 79, 218, -2.01981724762, -0.548390915969, 0.268908470193",
        "KM, 163, 814, -1.40912953954, 0.186224815645, 0.63628494304",
        "KM, 164, 883, -1.28676257882, 0.210942457794, 0.668354608823",
        "RANK, 0, 5, 2.8022603967, -1.02388029546, 0.529022417416",
        "RANK, 79, 218, -2.01981724762, -0.55652850724, 0.288788656875",
        "RANK, 164, 883, -1.28676257882, 0.0713837547728, 0.577838242982",
        "IDENTITY, 0, 5, 2.8022603967, -1.06942819084, 0.543601505108",
        "IDENTITY, 79, 218, -2.01981724762, -0.549507073874, 0.266926318943",
        "IDENTITY, 164, 883, -1.28676257882, 0.448907389038, 1.00085341264"
    })
    void agreesWithR(TimeTransform transform, int place, double time, double y, double smooth, double error)
            throws IOException {
        HazardTrend trend = trend(lung(false), transform);
        HazardTrend.Smooth line = trend.smooth().orElseThrow();

        assertThat(trend.events()).hasSize(165);
        assertThat(trend.coefficient()).isCloseTo(-0.53102354000577, within(2e-14));
        assertThat(trend.events().get(place).time()).isEqualTo(time);
        assertThat(trend.events().get(place).residual()).isCloseTo(y, within(2e-11));
        assertThat(line.values()[place]).isCloseTo(smooth, within(2e-11));
        assertThat(line.high()[place] - line.values()[place]).isCloseTo(Z * error, within(2e-11));
        assertThat(line.values()[place] - line.low()[place]).isCloseTo(Z * error, within(2e-11));
    }

    /** The same with {@code + age} and {@code terms = FALSE}: the scale then mixes the columns. */
    @ParameterizedTest
    @CsvSource({"0, 2.86408456374", "1, -1.63265384604", "79, -2.13312472512", "164, -1.37204246022"})
    void agreesWithRBesideACovariate(int place, double y) throws IOException {
        List<Event> events = trend(lung(true), TimeTransform.KM).events();

        // Of those who die on one day the ages differ, and here the smallest residual stands first.
        assertThat(events)
                .filteredOn(event -> event.time() == events.get(place).time())
                .anyMatch(event -> Math.abs(event.residual() - y) < 2e-11);
    }

    /** Worked by hand: of two against two, all with the event, without ties. */
    @Test
    void aCaseThatCanBeWorkedByHand() {
        // Group at 1 and 4, reference at 2 and 3. Score of b = 0: 1 - 2/4 + 0 - 1/3 + 0 - 1/2 + 1 - 1 = -1/3.
        HazardTrend trend = trend(ArmModel.of(Lifetimes.of("1 4", "2 3")), TimeTransform.IDENTITY);
        double r = StrictMath.exp(trend.coefficient());
        double[] share = {r / (r + 1), r / (r + 2), r / (r + 1), 1};
        double[] own = {1, 0, 0, 1};
        double information = 0;
        for (double p : share) {
            information += p * (1 - p);
        }
        for (int i = 0; i < 4; i++) {
            double expected = trend.coefficient() + 4 * (own[i] - share[i]) / information;
            assertThat(trend.events().get(i).residual()).isCloseTo(expected, within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource(TimeTransform.class)
    void laws(TimeTransform transform) {
        int seen = 0;
        for (int seed = 0; seed < 60; seed++) {
            List<Person> people = Lifetimes.people(seed, 2, 1, 1);
            ArmModel model = ArmModel.of(Lifetimes.times(people));
            Optional<HazardTrend> found = HazardTrend.of(model, 0, 1, transform, 0.95);
            if (found.isEmpty()) {
                continue;
            }
            seen++;
            HazardTrend trend = found.get();
            // Their mean is the coefficient.
            double mean = trend.events().stream()
                    .mapToDouble(Event::residual)
                    .average()
                    .orElseThrow();
            assertThat(mean).as("seed %d", seed).isCloseTo(trend.coefficient(), within(1e-6));
            // The order of rows moves no bit.
            HazardTrend shuffled = trend(ArmModel.of(Lifetimes.times(Lifetimes.shuffled(people, seed))), transform);
            assertThat(shuffled.events()).isEqualTo(trend.events());
            // Arms that are swapped mirror everything.
            HazardTrend mirrored = HazardTrend.of(model, 1, 0, transform, 0.95).orElseThrow();
            int size = trend.events().size();
            assertThat(mirrored.smooth().isPresent()).isEqualTo(trend.smooth().isPresent());
            for (int i = 0; i < size && trend.smooth().isPresent(); i++) {
                HazardTrend.Smooth one = trend.smooth().get();
                HazardTrend.Smooth other = mirrored.smooth().get();
                assertThat(other.values()[i]).isCloseTo(-one.values()[i], within(1e-6));
                assertThat(other.low()[i]).isCloseTo(-one.high()[i], within(1e-6));
                assertThat(shuffled.smooth().orElseThrow().values()[i]).isEqualTo(one.values()[i]);
            }
        }
        assertThat(seen).isGreaterThan(40);
    }

    /** Least squares: a projection on four dimensions, a line among them. */
    @Test
    void theSmoothIsLeastSquaresOnNaturalSplines() {
        double[] x = {0, 1, 2, 3, 5, 7, 8, 9, 9, 12};
        double[] y = {1, 3, 2, 5, 4, 6, 2, 1, 0, 3};
        NaturalSpline spline = NaturalSpline.of(x, y).orElseThrow();
        // A line is a natural spline, so what is fitted leaves nothing of it.
        double[] line = {1, 3, 5, 7, 11, 15, 17, 19, 19, 25};
        assertThat(NaturalSpline.of(x, line).orElseThrow().fitted()).containsExactly(line, within(1e-12));
        // What is left of y goes with no natural spline: fitting the fit again changes nothing.
        assertThat(NaturalSpline.of(x, spline.fitted()).orElseThrow().fitted())
                .containsExactly(spline.fitted(), within(1e-12));
        double leverage = 0;
        for (double part : spline.leverage()) {
            leverage += part;
        }
        assertThat(leverage).as("degrees of freedom").isCloseTo(4, within(1e-12));
        // Beside a line and a constant the fit beats least squares on these alone.
        double[][] design = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            design[i] = new double[] {1, x[i]};
        }
        var matrix = new Array2DRowRealMatrix(design);
        var straight = matrix.operate(new QRDecomposition(matrix).getSolver().solve(new ArrayRealVector(y)));
        assertThat(squares(y, spline.fitted())).isLessThan(squares(y, straight.toArray()));
    }

    private static double squares(double[] y, double[] fitted) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += (y[i] - fitted[i]) * (y[i] - fitted[i]);
        }
        return sum;
    }

    @Test
    void edges() {
        // Three times of events hold no spline of four degrees of freedom.
        HazardTrend few = trend(ArmModel.of(Lifetimes.of("1 3", "2 3")), TimeTransform.KM);
        assertThat(few.events()).hasSize(4);
        assertThat(few.smooth()).isEmpty();
        // All events of one arm before those of the other: no hazard ratio, and no trend.
        assertThat(HazardTrend.of(ArmModel.of(Lifetimes.of("1 2", "3 4")), 0, 1, TimeTransform.KM, 0.95))
                .isEmpty();
        assertThat(HazardTrend.of(ArmModel.of(Lifetimes.of("1+ 2+", "3+ 4+")), 0, 1, TimeTransform.KM, 0.95))
                .isEmpty();
    }
}
