package org.ipstrial.render.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.ipstrial.report.Block.Align;
import org.ipstrial.report.ForestPlot;
import org.ipstrial.report.ForestPlot.Column;
import org.ipstrial.report.ForestPlot.Kind;
import org.ipstrial.report.ForestPlot.Row;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A forest plot at the width of a journal's column: nothing on anything else, nothing outside, nothing too small. */
class ForestSvgTest {

    private static ForestPlot plot(boolean log, Row... rows) {
        return new ForestPlot(
                "Title",
                log ? "Risk ratio" : "Risk difference (percentage points)",
                log,
                log ? 1 : 0,
                "fewer in IPS with enhancement",
                "more in IPS with enhancement",
                List.of(rows));
    }

    private static Row row(Kind kind, String label, double estimate, double low, double high) {
        return new Row(
                kind,
                label,
                "%.1f (%.1f to %.1f)".formatted(estimate, low, high).replace(',', '.'),
                OptionalDouble.of(estimate),
                OptionalDouble.of(low),
                OptionalDouble.of(high));
    }

    private static Document parsed(ForestPlot plot) throws Exception {
        return DrawnFigure.parsed(ForestSvg.document(plot));
    }

    private static void check(ForestPlot plot) throws Exception {
        Element svg = parsed(plot).getDocumentElement();
        DrawnFigure figure = DrawnFigure.checked(svg);
        NodeList squares = svg.getElementsByTagName("rect");
        for (int i = 0; i < squares.getLength(); i++) {
            Element square = (Element) squares.item(i);
            figure.apart(new Rectangle2D.Double(
                    DrawnFigure.number(square, "x"),
                    DrawnFigure.number(square, "y"),
                    DrawnFigure.number(square, "width"),
                    DrawnFigure.number(square, "height")));
        }
    }

    @Test
    void wordsOfAnyLengthStandApart() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        List<String> labels = List.of(
                "IPS",
                "schizophrenia spectrum",
                "førtidspension",
                "Donaudampfschifffahrtsgesellschaftskapitänsmütze GmbH",
                "those who worked at least two months in the five years before",
                "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
                "i");
        for (int trial = 0; trial < 500; trial++) {
            boolean log = random.nextBoolean();
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                String label = labels.get(random.nextInt(labels.size()));
                double estimate = log ? StrictMath.exp(random.nextDouble() * 4 - 2) : random.nextDouble() * 100 - 50;
                double spread = random.nextDouble() * 3;
                double low = log ? estimate / StrictMath.exp(spread) : estimate - 10 * spread;
                double high = log ? estimate * StrictMath.exp(spread) : estimate + 10 * spread;
                rows.add(
                        switch (random.nextInt(5)) {
                            case 0 -> Row.heading(label);
                            case 1 -> row(Kind.OVERALL, label, estimate, low, high);
                            case 2 ->
                                new Row(
                                        Kind.LEVEL,
                                        label,
                                        "not estimable: no events in either arm of the trial",
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty());
                            case 3 ->
                                new Row(
                                        Kind.LEVEL,
                                        label,
                                        "2.0 (no bound to 3.0)",
                                        OptionalDouble.of(estimate),
                                        OptionalDouble.empty(),
                                        OptionalDouble.of(high));
                            default -> row(Kind.LEVEL, label, estimate, low, high);
                        });
            }
            check(plot(log, rows.toArray(Row[]::new)));
        }
    }

    /** Over the width of a page, with columns of any number and width. */
    @Test
    void wordsOfAWidePlotStandApart() throws Exception {
        SplittableRandom random = new SplittableRandom(3);
        List<String> words = List.of(
                "3/9",
                "50634/88391",
                "0.41 (0.13 to 1.26)",
                "not estimable: no events in either arm of the trial",
                "Christensen, IPS + Christensen, enhanced IPS",
                "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
                "",
                "-12.3 (-45.6 to 7.8)");
        for (int trial = 0; trial < 300; trial++) {
            int before = random.nextInt(3);
            int after = 1 + random.nextInt(2);
            List<Column> columns = new ArrayList<>();
            for (int i = 0; i <= before + after; i++) {
                columns.add(new Column(
                        words.get(random.nextInt(words.size())),
                        i > before,
                        random.nextBoolean() || i == 0 ? Align.LEFT : Align.RIGHT));
            }
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(9); i++) {
                Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
                String label = "x" + words.get(random.nextInt(words.size()));
                double estimate = StrictMath.exp(random.nextDouble() * 4 - 2);
                double factor = StrictMath.exp(random.nextDouble() * (random.nextInt(10) == 0 ? 40 : 3));
                rows.add(
                        kind == Kind.HEADING
                                ? Row.heading(label)
                                : row(kind, label, estimate, estimate / factor, estimate * factor)
                                        .with(random.ints(before + after, 0, words.size())
                                                .mapToObj(words::get)
                                                .toList()));
            }
            ForestPlot plot = new ForestPlot(
                    "Title", "Risk ratio", true, 1, "less with treatment", "more with treatment", columns, rows);
            check(plot);
            assertThat(parsed(plot).getDocumentElement().getAttribute("width")).isEqualTo("174mm");
        }
    }

    /** One interval that is far wider than the others does not press them together; it ends in arrows. */
    @Test
    void anIntervalBeyondAllOthersEndsInArrows() throws Exception {
        ForestPlot plot = plot(
                true,
                row(Kind.LEVEL, "a", 2, 1.5, 3),
                row(Kind.LEVEL, "b", 3.6, 0.0038, 3515),
                row(Kind.LEVEL, "c", 1, 0.5, 2),
                row(Kind.LEVEL, "d", 1.2, 0.9, 1.6));
        assertThat(plot.held()).first().isEqualTo(0.5);
        assertThat(plot.held()).last().isEqualTo(3.6);
        String svg = ForestSvg.document(plot);
        // An arrow is a line with a corner.
        assertThat(svg.lines().filter(line -> line.matches(".*d=\"M[^L]*L[^L]*L[^L]*\"/>")))
                .hasSize(2);
        assertThat(svg).doesNotContain(">0.01<", ">1000<");
        // With few rows nothing is known to be far.
        assertThat(plot(true, row(Kind.LEVEL, "a", 2, 1.5, 3), row(Kind.LEVEL, "b", 3.6, 0.0038, 3515))
                        .held())
                .contains(0.0038, 3515.0);
    }

    @Test
    void everyRowHasACellForEachColumn() {
        List<Column> columns = List.of(new Column("a", false, Align.LEFT), new Column("b", true, Align.LEFT));
        Row row = row(Kind.LEVEL, "a", 2, 1, 3).with(List.of("x", "y"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForestPlot("t", "x", true, 1, "", "", columns, List.of(row)))
                .withMessage("every row of the plot must have 1 cells");
    }

    @Test
    void effectsStandWhereTheAxisSays() throws Exception {
        Document svg = parsed(plot(
                false,
                row(Kind.LEVEL, "a", 0, -10, 10),
                row(Kind.LEVEL, "b", 10, 0, 20),
                row(Kind.LEVEL, "c", -10, -20, 0)));
        NodeList squares = svg.getElementsByTagName("rect");
        double[] middles = new double[3];
        for (int i = 0; i < 3; i++) {
            Element square = (Element) squares.item(i);
            middles[i] = DrawnFigure.number(square, "x") + DrawnFigure.number(square, "width") / 2;
        }
        assertThat(middles[1] - middles[0])
                .isPositive()
                .isCloseTo(middles[0] - middles[2], org.assertj.core.api.Assertions.within(0.03));

        Document ratios = parsed(plot(
                true,
                row(Kind.LEVEL, "a", 1, 0.5, 2),
                row(Kind.LEVEL, "b", 2, 1, 4),
                row(Kind.LEVEL, "c", 0.5, 0.25, 1)));
        squares = ratios.getElementsByTagName("rect");
        for (int i = 0; i < 3; i++) {
            Element square = (Element) squares.item(i);
            middles[i] = DrawnFigure.number(square, "x") + DrawnFigure.number(square, "width") / 2;
        }
        assertThat(middles[1] - middles[0])
                .isPositive()
                .isCloseTo(middles[0] - middles[2], org.assertj.core.api.Assertions.within(0.03));
    }

    @Test
    void textFromTheDataStaysText() throws Exception {
        String label = "<script>alert(\"x\")</script> & ]]>'\u202e\uFFFF";
        Document svg = parsed(plot(false, row(Kind.LEVEL, label, 0, -1, 1)));

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getDocumentElement().getTextContent())
                .contains("<script>")
                .doesNotContain("\u202e");
    }

    @Test
    void aLogarithmicAxisHoldsNoEstimateOfZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plot(true, row(Kind.LEVEL, "a", 0, 0, 1)))
                .withMessage("a logarithmic axis holds no estimate of 0 or below");
    }

    @Test
    void anAxisHasRoundMarksThatHoldEverything() {
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < 2000; trial++) {
            double least = (random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextInt(7) - 2);
            double most = least + random.nextDouble() * StrictMath.pow(10, random.nextInt(7) - 2);
            Axis linear = Axis.over(least, most, false);
            assertThat(linear.low()).isLessThanOrEqualTo(least);
            assertThat(linear.high()).isGreaterThanOrEqualTo(most);
            assertThat(linear.ticks()).hasSizeBetween(2, 7);

            double small = StrictMath.exp(random.nextDouble() * 10 - 5);
            double large = small * StrictMath.exp(random.nextDouble() * 5);
            Axis log = Axis.over(small, large, true);
            assertThat(log.low()).isLessThanOrEqualTo(small);
            assertThat(log.high()).isGreaterThanOrEqualTo(large);
            assertThat(log.ticks()).hasSizeBetween(1, 7);
        }
    }
}
