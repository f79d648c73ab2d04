package org.ipstrial.render.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ipstrial.report.CurvePlot;
import org.ipstrial.report.CurvePlot.Arm;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Curves at the width of a journal's column: nothing on anything else, nothing outside, nothing too small. */
class CurveSvgTest {

    private static final Pattern NUMBERS = Pattern.compile("([MLHVZ])|(-?[0-9.]+)");

    private static CurvePlot plot(boolean rising, Arm... arms) {
        return new CurvePlot(
                "Title",
                "Time since randomisation (days)",
                rising ? "With the event (%)" : "Without the event (%)",
                "Number at risk",
                rising,
                List.of(arms));
    }

    /** An arm of people who all leave at a distinct time, some with the event. */
    static Arm arm(String label, int people, double last, boolean rising, SplittableRandom random) {
        double[] times = random.doubles(people, 0, last).sorted().toArray();
        times[people - 1] = last;
        double[] left = new double[people];
        Arrays.setAll(left, i -> people - i);
        List<Double> events = new ArrayList<>();
        List<Double> censored = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        double without = 1;
        for (int i = 0; i < people; i++) {
            if (random.nextInt(3) == 0) {
                without *= 1 - 1 / left[i];
                events.add(times[i]);
                shares.add(rising ? 1 - without : without);
            } else {
                censored.add(times[i]);
            }
        }
        double[] share = array(shares);
        return new Arm(
                label,
                array(events),
                share,
                Arrays.stream(share)
                        .map(s -> s == 0 || s == 1 ? Double.NaN : 0.9 * s)
                        .toArray(),
                Arrays.stream(share)
                        .map(s -> s == 0 || s == 1 ? Double.NaN : Math.min(1, 1.1 * s))
                        .toArray(),
                array(censored),
                times,
                left);
    }

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(value -> value).toArray();
    }

    private static Document parsed(CurvePlot plot) throws Exception {
        return DrawnFigure.parsed(CurveSvg.document(plot));
    }

    private static void check(CurvePlot plot) throws Exception {
        Element svg = parsed(plot).getDocumentElement();
        DrawnFigure figure = DrawnFigure.checked(svg);
        NodeList paths = svg.getElementsByTagName("path");
        for (int i = 0; i < paths.getLength(); i++) {
            figure.apart(bounds(((Element) paths.item(i)).getAttribute("d")));
        }
    }

    private static Rectangle2D bounds(String path) {
        double[] x = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[] y = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        Matcher tokens = NUMBERS.matcher(path);
        char command = 'M';
        boolean second = false;
        while (tokens.find()) {
            if (tokens.group(1) != null) {
                command = tokens.group(1).charAt(0);
                second = false;
                continue;
            }
            double value = Double.parseDouble(tokens.group(2));
            double[] range = command == 'V' || second ? y : x;
            range[0] = Math.min(range[0], value);
            range[1] = Math.max(range[1], value);
            second = (command == 'M' || command == 'L') && !second;
        }
        return new Rectangle2D.Double(x[0], y[0], x[1] - x[0] + 1e-6, y[1] - y[0] + 1e-6);
    }

    @Test
    void wordsOfAnyLengthStandApartAndOffTheCurves() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        List<String> labels = List.of(
                "IPS",
                "IPS with enhancement",
                "Services as usual, with the help of the municipality's job centre and of a mentor",
                "Donaudampfschifffahrtsgesellschaftskapit\u00e4nsm\u00fctze GmbH",
                "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
                "i");
        for (int trial = 0; trial < 300; trial++) {
            boolean rising = random.nextBoolean();
            double last = StrictMath.pow(10, random.nextDouble() * 5 - 1);
            Arm[] arms = new Arm[1 + random.nextInt(4)];
            for (int i = 0; i < arms.length; i++) {
                String label = labels.get(random.nextInt(labels.size()));
                int people = 1 + random.nextInt(random.nextInt(10) == 0 ? 3000 : 40);
                arms[i] = arm(label, people, last * (0.5 + random.nextDouble() / 2), rising, random);
            }
            check(plot(rising, arms));
        }
    }

    @Test
    void millionsAtRiskFitToo() throws Exception {
        double[] times = {100, 548};
        Arm arm = new Arm(
                "IPS",
                times,
                new double[] {0.5, 0.2},
                new double[] {0.4, 0.1},
                new double[] {0.6, 0.3},
                new double[0],
                times,
                new double[] {12_345_678, 6_000_000});
        check(plot(false, arm, arm, arm, arm));
    }

    @Test
    void aCurveStepsWhereItsNumbersSay() throws Exception {
        double[] times = {100, 200};
        Arm arm = new Arm(
                "IPS",
                times,
                new double[] {0.75, 0.5},
                new double[] {Double.NaN, Double.NaN},
                new double[] {Double.NaN, Double.NaN},
                new double[] {150},
                new double[] {100, 150, 200},
                new double[] {4, 3, 2});
        Element svg = parsed(plot(false, arm)).getDocumentElement();
        NodeList paths = svg.getElementsByTagName("path");
        String curve = Stream.iterate(0, i -> i + 1)
                .limit(paths.getLength())
                .map(i -> ((Element) paths.item(i)).getAttribute("d"))
                .filter(d -> d.chars().filter(c -> c == 'V').count() == 2)
                .findFirst()
                .orElseThrow();
        Matcher tokens = Pattern.compile("-?[0-9.]+").matcher(curve);
        double[] found = new double[7];
        for (int i = 0; i < found.length; i++) {
            assertThat(tokens.find()).isTrue();
            found[i] = Double.parseDouble(tokens.group());
        }
        double unit = found[2] - found[0];
        double fall = found[3] - found[1];
        // From the start at 100% right to 100, down a quarter, right to 200, down a quarter, and on to the last time.
        assertThat(found[4] - found[0]).isCloseTo(2 * unit, within(0.03));
        assertThat(found[5] - found[1]).isCloseTo(2 * fall, within(0.03));
        assertThat(found[6]).isEqualTo(found[4]);
        assertThat(fall).isCloseTo(110 / 4.0, within(0.03));
        assertThat(arm.atRiskAt(0)).isEqualTo(4);
        assertThat(arm.atRiskAt(100)).isEqualTo(4);
        assertThat(arm.atRiskAt(101)).isEqualTo(3);
        assertThat(arm.atRiskAt(200)).isEqualTo(2);
        assertThat(arm.atRiskAt(201)).isZero();
    }

    @Test
    void coloursStandOutFromPaperAndFromADarkScreen() {
        assertThat(CurveColours.ON_WHITE)
                .hasSize(CurvePlot.MOST_ARMS)
                .allSatisfy(colour -> assertThat(contrast(colour, "#FFFFFF")).isGreaterThanOrEqualTo(4.5));
        assertThat(CurveColours.ON_DARK)
                .hasSize(CurvePlot.MOST_ARMS)
                .allSatisfy(colour -> assertThat(contrast(colour, "#2B2A33")).isGreaterThanOrEqualTo(4.5));
        // Blue is Okabe and Ito's own; its contrast is 5.19.
        assertThat(contrast("#0072B2", "#FFFFFF")).isCloseTo(5.19, within(0.005));
        assertThat(Stream.of(0, 1, 2, 3).map(CurveColours::of).distinct()).hasSize(4);
    }

    /** WCAG 2.1, relative luminance and contrast ratio. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double luminance = 0;
        for (int i = 0; i < 3; i++) {
            double channel = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            luminance += weights[i]
                    * (channel <= 0.03928 ? channel / 12.92 : StrictMath.pow((channel + 0.055) / 1.055, 2.4));
        }
        return luminance;
    }

    @Test
    void textFromTheDataStaysText() throws Exception {
        String label = "<script>alert(\"x\")</script> & ]]>'\u202e\uFFFF";
        Document svg = parsed(plot(true, arm(label, 5, 100, true, new SplittableRandom(1))));

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getDocumentElement().getTextContent())
                .contains("<script>")
                .doesNotContain("\u202e");
    }

    @Test
    void moreThanFourArmsCannotBeToldApart() {
        Arm arm = arm("a", 5, 100, true, new SplittableRandom(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> plot(true, arm, arm, arm, arm, arm))
                .withMessage("wanted 1 to 4 arms, got 5");
        assertThatIllegalArgumentException().isThrownBy(() -> plot(true)).withMessage("wanted 1 to 4 arms, got 0");
    }
}
