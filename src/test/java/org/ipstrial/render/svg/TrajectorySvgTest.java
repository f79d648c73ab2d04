package org.ipstrial.render.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipstrial.report.TrajectoryPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** Numbers from day to day at the width of a journal's column: no word on another, nothing too small, steps that are steps. */
class TrajectorySvgTest {

    private static TrajectoryPlot plot(String name, int lines, double limit, double most, int days) {
        List<TrajectoryPlot.Team> teams = IntStream.range(0, lines)
                .mapToObj(line -> {
                    double[] at = IntStream.range(0, days)
                            .mapToDouble(day -> 16_000 + line + 30.0 * day)
                            .toArray();
                    double[] people = IntStream.range(0, days)
                            .mapToDouble(day -> Math.min(most, day + line))
                            .toArray();
                    return new TrajectoryPlot.Team(line == 0 ? name : "B" + line, at, people, people);
                })
                .toList();
        return new TrajectoryPlot(
                "Title.",
                "People at once",
                0,
                5 * Math.ceil(Math.max(most + 2, limit * 1.15) / 5),
                List.of(
                        new TrajectoryPlot.Cut("above the limit", limit),
                        new TrajectoryPlot.Cut("within the limit", 0)),
                "more than one",
                teams,
                true);
    }

    @ParameterizedTest
    @CsvSource({
        "A, 1, 20, 17, 40",
        "A, 4, 20, 28, 40",
        "A consultant with a name that goes on for so long that no line of the figure could ever hold it, 3, 15, 12, 9",
        "A, 2, 100, 100, 3",
        "A, 2, 1, 99, 30",
        "A, 2, 18, 18, 1",
        "A, 2, 99999, 3, 4"
    })
    void nothingLiesOnWords(String name, int lines, double limit, double most, int days) throws Exception {
        String svg = TrajectorySvg.document(plot(name, lines, limit, most, days));
        Element drawn = DrawnFigure.parsed(svg).getDocumentElement();
        DrawnFigure.checked(drawn);
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
    }

    /** A step goes along to the next day and then up: two points a change, of which one has the height of the last. */
    @Test
    void aStepGoesAlongAndThenUp() {
        String svg = TrajectorySvg.document(plot("A", 1, 20, 17, 2));
        String path = Stream.of(svg.split(" d=\"M"))
                .map(part -> part.substring(0, part.indexOf('"')))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
        String[] points = path.split(" L");
        assertThat(points).hasSize(4);
        assertThat(points[0]).isEqualTo(points[1]);
        assertThat(points[2].split("[ ,]")[1]).isEqualTo(points[1].split("[ ,]")[1]);
        assertThat(points[2].split("[ ,]")[0]).isEqualTo(points[3].split("[ ,]")[0]);
    }
}
