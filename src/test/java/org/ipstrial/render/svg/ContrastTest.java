package org.ipstrial.render.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ipstrial.report.CurvePlot;
import org.ipstrial.report.ForestPlot;
import org.ipstrial.report.ForestPlot.Kind;
import org.ipstrial.report.ForestPlot.Row;
import org.junit.jupiter.api.Test;

/**
 * The contrast of every colour of words and lines of the figures with what is behind it: at least 4.5 to 1 by the formula of
 * WCAG 2.1, on paper and on a dark screen.
 */
class ContrastTest {

    private static final double LEAST = 4.5;

    /** Whatever names a colour: an attribute, or a property of a style. */
    private static final Pattern COLOUR = Pattern.compile("(?<![a-z-])(fill|stroke|color)(?:=\"|:\\s*)([^\";}]+)");

    /** The page of a dark screen as browsers paint it, and lighter ones of other programs. */
    private static final List<String> DARK = List.of("#000000", "#121212", "#1C1B22");

    private static final String DARK_RULE = "prefers-color-scheme: dark";

    private static double luminance(String colour) {
        String digits = colour.length() == 4 ? colour.substring(1).replaceAll("(.)", "$1$1") : colour.substring(1);
        double[] parts = IntStream.range(0, 3)
                .mapToDouble(i -> Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16) / 255.0)
                .map(part -> part <= 0.04045 ? part / 12.92 : StrictMath.pow((part + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** The colours that a part of a figure names; that of the text around it is black or white by itself. */
    private static Set<String> colours(String svg) {
        Set<String> colours = new LinkedHashSet<>();
        Matcher named = COLOUR.matcher(svg);
        while (named.find()) {
            if (!named.group(2).equals("none") && !named.group(2).equals("currentColor")) {
                colours.add(named.group(2).strip());
            }
        }
        return colours;
    }

    private static ForestPlot forest() {
        Row effect = new Row(
                Kind.LEVEL,
                "at 25",
                "1.1 (-8.1 to 10.3)",
                OptionalDouble.of(1.1),
                OptionalDouble.of(-8.1),
                OptionalDouble.of(10.3));
        Row endless = new Row(
                Kind.LEVEL,
                "A",
                "1.0 (no bound)",
                OptionalDouble.of(1),
                OptionalDouble.empty(),
                OptionalDouble.empty());
        Row overall = new Row(
                Kind.OVERALL, "All", "2 (1 to 3)", OptionalDouble.of(2), OptionalDouble.of(1), OptionalDouble.of(3));
        return new ForestPlot(
                "Title",
                "Risk difference",
                false,
                0,
                "less",
                "more",
                List.of(overall, Row.heading("Age"), effect, endless));
    }

    private static CurvePlot curves() {
        List<CurvePlot.Arm> arms = IntStream.range(0, CurveColours.ON_WHITE.size())
                .mapToObj(i -> CurveSvgTest.arm("Arm " + i, 20, 30 + i, false, new SplittableRandom(i)))
                .toList();
        return new CurvePlot("Title", "Time", "Without the event (%)", "Number at risk", false, arms);
    }

    @Test
    void theFormulaIsThatOfWcag() {
        assertThat(contrast("#000", "#ffffff")).isCloseTo(21, within(1e-12));
        assertThat(contrast("#777777", "#FFFFFF")).isCloseTo(4.48, within(0.005));
        assertThat(contrast("#0000FF", "#FFFFFF")).isCloseTo(8.59, within(0.005));
    }

    @Test
    void aForestIsDrawnInTheColourOfTheTextAlone() {
        String file = ForestSvg.document(forest());
        assertThat(file).contains("style=\"color:#000;background:#fff\"");
        assertThat(colours(file)).containsExactly("#000");
        assertThat(colours(ForestSvg.inline(forest()))).isEmpty();
        assertThat(file).doesNotContain("opacity");
        assertThat(contrast("#000", "#fff")).isGreaterThanOrEqualTo(LEAST);
    }

    @Test
    void aFunnelIsDrawnInTheColourOfTheTextAlone() {
        String file = FunnelSvg.document(FunnelSvgTest.plot(new SplittableRandom(1), 15, true));
        assertThat(file).contains("style=\"color:#000;background:#fff\"");
        assertThat(colours(file)).containsExactly("#000");
        assertThat(colours(FunnelSvg.inline(FunnelSvgTest.plot(new SplittableRandom(1), 15, true))))
                .isEmpty();
        assertThat(file).doesNotContain("opacity");
    }

    @Test
    void everyColourOfCurvesIsFarFromWhatIsBehindIt() {
        String file = CurveSvg.document(curves());
        int dark = file.indexOf(DARK_RULE);
        Set<String> onDark = new LinkedHashSet<>();
        String onWhite = file;
        if (dark >= 0) {
            int end = file.indexOf("</style>", dark);
            onDark.addAll(colours(file.substring(dark, end)));
            onWhite = file.substring(0, dark) + file.substring(end);
        }
        assertThat(colours(onWhite)).contains("#000").containsAll(CurveColours.ON_WHITE);
        colours(onWhite)
                .forEach(colour ->
                        assertThat(contrast(colour, "#ffffff")).as(colour).isGreaterThanOrEqualTo(LEAST));
        String inline = CurveSvg.inline(curves());
        assertThat(colours(inline)).containsAll(CurveColours.ON_WHITE);
        onDark.addAll(CurveColours.ON_DARK);
        onDark.forEach(colour -> DARK.forEach(page ->
                assertThat(contrast(colour, page)).as(colour + " on " + page).isGreaterThanOrEqualTo(LEAST)));
    }
}
