package org.ipstrial.render.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.ipstrial.report.TippingMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** Maps of tipping grids at the width of a journal's column: no word on another, nothing outside, nothing too small. */
class TippingSvgTest {

    private static TippingMap map(String label, int group, int reference, List<List<Integer>> sides, boolean marked) {
        return new TippingMap(
                "Title",
                "Missing in " + label + " with the event",
                "Missing in " + label + " with the event",
                "interval excludes no difference, more in " + label,
                "interval includes no difference",
                "interval excludes no difference, fewer in " + label,
                "the missing as those assessed in their arm",
                TippingMap.What.EVENTS,
                IntStream.rangeClosed(0, group).asDoubleStream().boxed().toList(),
                IntStream.rangeClosed(0, reference).asDoubleStream().boxed().toList(),
                sides,
                marked ? OptionalDouble.of(group / 2) : OptionalDouble.empty(),
                marked ? OptionalDouble.of(reference / 2) : OptionalDouble.empty());
    }

    private static List<List<Integer>> stairs(int group, int reference) {
        List<List<Integer>> sides = new ArrayList<>();
        for (int i = 0; i <= group; i++) {
            List<Integer> row = new ArrayList<>();
            for (int j = 0; j <= reference; j++) {
                double tilt = i / (group + 1.0) - j / (reference + 1.0);
                row.add(tilt > 0.1 ? 1 : tilt < -0.5 ? -1 : 0);
            }
            sides.add(row);
        }
        return sides;
    }

    @ParameterizedTest
    @CsvSource({
        "IPS, 56, 69",
        "IPS with enhancement and a name that goes on for so long that no line holds it, 200, 200",
        "A, 0, 0",
        "A, 1, 2",
        "A, 0, 150",
        "A, 999, 3"
    })
    void nothingLiesOnWords(String label, int group, int reference) throws Exception {
        for (boolean marked : new boolean[] {true, false}) {
            String svg = TippingSvg.document(map(label, group, reference, stairs(group, reference), marked));
            Element drawn = DrawnFigure.parsed(svg).getDocumentElement();
            DrawnFigure.checked(drawn);
            assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
        }
    }

    private static TippingMap means(String label, List<Double> group, List<Double> reference) {
        return new TippingMap(
                "Title",
                "Mean of the missing in " + label,
                "Mean of the missing in " + label,
                "interval excludes no difference, higher in " + label,
                "interval includes no difference",
                "interval excludes no difference, lower in " + label,
                "the missing as those assessed in their arm",
                TippingMap.What.MEANS,
                group,
                reference,
                stairs(group.size() - 1, reference.size() - 1),
                OptionalDouble.of(group.get(group.size() / 2)),
                OptionalDouble.of(reference.get(reference.size() / 3)));
    }

    private static List<Double> steps(double least, double most) {
        return IntStream.rangeClosed(0, least == most ? 0 : 20)
                .mapToObj(k -> least + (most - least) * k / 20)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "IPS, 0, 168, 0, 168",
        "IPS with enhancement and a name that goes on for so long that no line holds it, 0, 3000000, 0, 3000000",
        "A, -40.5, 1000000000, 12.3456789, 12.3456789",
        "A, 203.456789123, 203.456789123, 0, 0.007",
        "A, -1e9, -999999999, 3, 3"
    })
    void mapsOfMeansLeaveWordsApartToo(String label, double least, double most, double low, double high)
            throws Exception {
        String svg = TippingSvg.document(means(label, steps(least, most), steps(low, high)));
        Element drawn = DrawnFigure.parsed(svg).getDocumentElement();
        DrawnFigure.checked(drawn);
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
    }

    /** The axes end where a mean can be no less and no more: nothing is drawn for means that cannot be. */
    @Test
    void theAxesOfMeansAreTheRange() {
        String svg = TippingSvg.document(means("A", steps(0, 168), steps(5, 40)));

        assertThat(svg).contains(">0</text>", ">150</text>", ">10</text>", ">40</text>");
        assertThat(svg)
                .doesNotContain(">200</text>")
                .doesNotContain(">5</text>")
                .doesNotContain(">45</text>");
    }

    @Test
    void theStaircaseIsDrawnAlongTheCells() throws Exception {
        List<List<Integer>> sides = List.of(List.of(0, 0, -1), List.of(1, 0, 0), List.of(1, 1, 0));
        String svg = TippingSvg.document(map("A", 2, 2, sides, false));

        // Labels 0 to 2 at the left, half a label at the right: cells are a third of the plot of 150 high.
        assertThat(svg).contains(" d=\"M8.89 ", "class=\"arm-1\"", "class=\"arm-2\"", "stroke-dasharray");
        assertThat(svg.split("fill-opacity", -1))
                .as("two swatches and two areas")
                .hasSize(5);
    }

    @Test
    void aCellBeyondTheStaircaseIsDrawnAlone() {
        List<List<Integer>> sides = List.of(List.of(1), List.of(0), List.of(1));
        String svg = TippingSvg.document(map("A", 2, 0, sides, false));
        assertThat(svg.split("fill-opacity", -1))
                .as("a swatch, an area and a cell")
                .hasSize(4);
    }

    @Test
    void refusesSidesThatAreNotOneForEachCell() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map("A", 1, 1, List.of(List.of(1, 1)), false))
                .withMessage("wanted a side for each of 2 by 2 steps");
    }
}
