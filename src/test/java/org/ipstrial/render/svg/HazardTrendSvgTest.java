package org.ipstrial.render.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ipstrial.report.HazardTrendPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** Figures of hazard ratios over time at the width of a journal's column: no word on another, nothing too small. */
class HazardTrendSvgTest {

    private static HazardTrendPlot plot(String unit, int events, double last, double size, boolean smooth) {
        double[] times = IntStream.rangeClosed(1, events)
                .mapToDouble(k -> last * k / events)
                .toArray();
        double[] line = Arrays.stream(times)
                .map(time -> smooth ? size * (time / last - 0.6) : Double.NaN)
                .toArray();
        return new HazardTrendPlot(
                "Title",
                "Readings.",
                "Log hazard ratio (thin line: 0, no difference)",
                "Time since randomisation (" + unit + ")",
                "an event: scaled residual",
                "smooth with 95% limits",
                "estimate, if the ratio is the same at all times",
                times,
                IntStream.range(0, events)
                        .mapToDouble(k -> k % 2 == 0 ? 3 * size : -2 * size)
                        .toArray(),
                line,
                Arrays.stream(line).map(value -> value - size).toArray(),
                Arrays.stream(line).map(value -> value + size).toArray(),
                -size / 10);
    }

    @ParameterizedTest
    @CsvSource({
        "days, 165, 883, 1, true",
        "a unit with a name that goes on for so long that no line of the figure could ever hold it, 12, 18.25, 0.03, true",
        "weeks, 1, 0, 0, false",
        "weeks, 3, 1, 400, false",
        "seconds, 40, 31622400, 2, true"
    })
    void nothingLiesOnWords(String unit, int events, double last, double size, boolean smooth) throws Exception {
        String svg = HazardTrendSvg.document(plot(unit, events, last, size, smooth));
        Element drawn = DrawnFigure.parsed(svg).getDocumentElement();
        DrawnFigure.checked(drawn);
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(svg.contains("fill-opacity")).as("a band").isEqualTo(smooth);
    }

    @Test
    void everyEventIsADot() {
        String svg = HazardTrendSvg.document(plot("days", 165, 883, 1, true));
        assertThat(svg.split(" h0", -1)).as("165 and one of the legend").hasSize(167);
    }

    @Test
    void refusesNoEvent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plot("days", 0, 1, 1, true))
                .withMessage("wanted one event at least, got none");
    }
}
