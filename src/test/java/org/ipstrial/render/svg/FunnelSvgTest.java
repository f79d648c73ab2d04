package org.ipstrial.render.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ipstrial.report.FunnelPlot;
import org.ipstrial.report.FunnelPlot.Sides;
import org.ipstrial.report.FunnelPlot.Study;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A funnel plot at the width of a journal's column: every study where the axes say, every number beside its ring. */
class FunnelSvgTest {

    private static final List<String> NAMES = List.of(
            "Wong",
            "Christensen, IPS + Christensen, enhanced IPS",
            "F\u00f8rste unders\u00f8gelse",
            "Donaudampfschifffahrtsgesellschaftskapit\u00e4nsm\u00fctzenverordnung des Jahres",
            "<b>&\"'");

    static FunnelPlot plot(SplittableRandom random, int count, boolean log) {
        boolean close = random.nextBoolean();
        List<Study> studies = IntStream.range(0, count)
                .mapToObj(i -> {
                    double effect = close ? random.nextInt(3) * 0.05 : random.nextDouble() * 4 - 2;
                    return new Study(
                            NAMES.get(random.nextInt(NAMES.size())),
                            log ? StrictMath.exp(effect) : effect,
                            close ? 0.3 + random.nextInt(2) * 0.01 : random.nextDouble() + 0.01);
                })
                .toList();
        double error = studies.stream().mapToDouble(Study::error).max().orElseThrow();
        Sides sides = log
                ? new Sides(1.2, error, 1.2 * StrictMath.exp(-2 * error), 1.2 * StrictMath.exp(2 * error))
                : new Sides(0.2, error, 0.2 - 2 * error, 0.2 + 2 * error);
        return new FunnelPlot(
                "Title",
                log ? "Risk ratio" : "Risk difference, percentage points",
                log ? "Standard error of the logarithm" : "Standard error, percentage points",
                "Pooled effect",
                "Where 95% of studies would lie, were all of them about the pooled effect",
                log,
                sides,
                count <= 20,
                studies);
    }

    private static Rectangle2D around(Element ring) {
        double radius = DrawnFigure.number(ring, "r");
        return new Rectangle2D.Double(
                DrawnFigure.number(ring, "cx") - radius,
                DrawnFigure.number(ring, "cy") - radius,
                2 * radius,
                2 * radius);
    }

    private static boolean isNumber(Element text, int count) {
        return text.getTextContent().matches("[1-9][0-9]?")
                && Integer.parseInt(text.getTextContent()) <= count
                && text.getAttribute("text-anchor").isEmpty();
    }

    /** Studies apart, and up to twenty at nearly one place: no number on a ring, on another or lost. */
    @Test
    void wordsAndRingsStandApartAndEveryStudyHasItsNumber() throws Exception {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 400; trial++) {
            int count = 2 + random.nextInt(24);
            FunnelPlot plot = plot(random, count, random.nextBoolean());
            Element svg = DrawnFigure.parsed(FunnelSvg.document(plot)).getDocumentElement();
            DrawnFigure figure = DrawnFigure.checked(svg);
            NodeList rings = svg.getElementsByTagName("circle");
            assertThat(rings.getLength()).isEqualTo(count);
            for (int i = 0; i < count; i++) {
                figure.apart(around((Element) rings.item(i)));
            }
            NodeList texts = svg.getElementsByTagName("text");
            long numbers = IntStream.range(0, texts.getLength())
                    .filter(i -> isNumber((Element) texts.item(i), count))
                    .count();
            assertThat(numbers).isEqualTo(plot.named() ? count : 0);
        }
    }

    @Test
    void studiesStandWhereTheAxesSay() throws Exception {
        FunnelPlot plot = new FunnelPlot(
                "Title",
                "Risk ratio",
                "Standard error of the logarithm",
                "Pooled",
                "Sides",
                true,
                new Sides(1, 0.4, 0.5, 2),
                true,
                List.of(new Study("a", 0.5, 0.4), new Study("b", 1, 0.2), new Study("c", 2, 0.4)));
        Document svg = DrawnFigure.parsed(FunnelSvg.document(plot));
        NodeList rings = svg.getElementsByTagName("circle");
        double[] x = new double[3];
        double[] y = new double[3];
        for (int i = 0; i < 3; i++) {
            x[i] = DrawnFigure.number((Element) rings.item(i), "cx");
            y[i] = DrawnFigure.number((Element) rings.item(i), "cy");
        }
        assertThat(x[1] - x[0]).isPositive().isCloseTo(x[2] - x[1], within(0.03));
        assertThat(y[0]).isEqualTo(y[2]).isGreaterThan(y[1]);
        // The sides run from above the second study to the first and the third.
        String text = FunnelSvg.document(plot);
        double top = y[1] - (y[0] - y[1]);
        for (int i : new int[] {0, 2}) {
            assertThat(text)
                    .contains("stroke-dasharray=\"1 2\" d=\"M" + SvgCanvas.point(x[1], top) + " L"
                            + SvgCanvas.point(x[i], y[i]));
        }
        assertThat(text).contains(">1 a; 2 b; 3 c<");
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        Study study = new Study("a", 1, 0.2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sides(1, 0, 1, 1))
                .withMessage("the sides must open from the middle, got 1.0 and 1.0 to 1.0 at 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new FunnelPlot("t", "x", "e", "p", "l", true, new Sides(1, 0.4, 0, 2), true, List.of(study)))
                .withMessage("a logarithmic axis holds no effect of 0 or below");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new FunnelPlot("t", "x", "e", "p", "l", true, new Sides(1, 0.4, 0.5, 2), true, List.of()))
                .withMessage("a funnel needs a study");
    }
}
