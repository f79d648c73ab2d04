package org.ipstrial.render.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.ipstrial.ard.Numbers;
import org.ipstrial.finding.SheetText;
import org.ipstrial.report.CurvePlot;
import org.ipstrial.report.ForestPlot;
import org.ipstrial.report.FunnelPlot;
import org.ipstrial.report.HazardTrendPlot;
import org.ipstrial.report.TippingMap;
import org.ipstrial.report.TracePlot;
import org.ipstrial.report.TrajectoryPlot;

/**
 * What a figure draws, as CSV: a row for each mark, numbers as they are drawn, an empty cell where there
 * is none. A text that a spreadsheet could take for a formula has an apostrophe in front.
 */
final class FigureData {

    private final List<List<String>> rows = new ArrayList<>();

    private FigureData() {}

    /** Each row with its effect and its limits, on the scale of the axis, whose words say which. */
    static String of(ForestPlot plot) {
        FigureData data = new FigureData();
        for (ForestPlot.Row row : plot.rows()) {
            if (row.kind() != ForestPlot.Kind.HEADING) {
                data.row(
                        row.kind().name().toLowerCase(Locale.ROOT),
                        SheetText.cell(row.label()),
                        number(row.estimate()),
                        number(row.low()),
                        number(row.high()),
                        SheetText.cell(plot.axis()));
            } else {
                data.row("heading", SheetText.cell(row.label()), "", "", "", "");
            }
        }
        return data.csv("row", "label", "estimate", "conf.low", "conf.high", "axis");
    }

    /** Each study with its effect and standard error. */
    static String of(FunnelPlot plot) {
        FigureData data = new FigureData();
        for (FunnelPlot.Study study : plot.studies()) {
            data.row(SheetText.cell(study.name()), number(study.estimate()), number(study.error()));
        }
        return data.csv("study", "estimate", "std.error");
    }

    /** The steps of each arm with their limits, when somebody was censored, and how many were at risk. */
    static String of(CurvePlot plot) {
        FigureData data = new FigureData();
        for (CurvePlot.Arm arm : plot.arms()) {
            String label = SheetText.cell(arm.label());
            for (int k = 0; k < arm.times().length; k++) {
                data.row(
                        label,
                        "step",
                        number(arm.times()[k]),
                        number(arm.shares()[k]),
                        number(arm.low()[k]),
                        number(arm.high()[k]));
            }
            for (double time : arm.censored()) {
                data.row(label, "censored", number(time), "", "", "");
            }
            for (int k = 0; k < arm.left().length; k++) {
                data.row(label, "at-risk", number(arm.left()[k]), number(arm.atRisk()[k]), "", "");
            }
        }
        return data.csv("arm", "mark", "time", "value", "conf.low", "conf.high");
    }

    /** Each cell of the grid, 1 above, 0 around and -1 below. */
    static String of(TippingMap map) {
        FigureData data = new FigureData();
        for (int group = 0; group < map.groupSteps().size(); group++) {
            for (int with = 0; with < map.referenceSteps().size(); with++) {
                data.row(
                        number(map.groupSteps().get(group)),
                        number(map.referenceSteps().get(with)),
                        map.sides().get(group).get(with).toString());
            }
        }
        String what = map.what() == TippingMap.What.EVENTS ? "events" : "mean";
        return data.csv("group.missing." + what, "reference.missing." + what, "side");
    }

    /** Each line of each small figure. */
    static String of(TracePlot plot) {
        FigureData data = new FigureData();
        for (TracePlot.Panel panel : plot.panels()) {
            for (int line = 0; line < panel.values().length; line++) {
                for (int round = 0; round < panel.values()[line].length; round++) {
                    data.row(
                            SheetText.cell(panel.label()),
                            String.valueOf(line + 1),
                            String.valueOf(round + 1),
                            number(panel.values()[line][round]));
                }
            }
        }
        return data.csv("panel", "imputation", "iteration", "value");
    }

    /** Each review of each team. */
    static String of(TrajectoryPlot plot) {
        FigureData data = new FigureData();
        for (TrajectoryPlot.Team team : plot.teams()) {
            for (int k = 0; k < team.days().length; k++) {
                data.row(
                        SheetText.cell(team.label()),
                        LocalDate.ofEpochDay((long) team.days()[k]).toString(),
                        number(team.least()[k]),
                        number(team.most()[k]));
            }
        }
        return data.csv("team", "date", "min", "max");
    }

    /** Each event with its residual, and the smooth there. */
    static String of(HazardTrendPlot plot) {
        FigureData data = new FigureData();
        for (int k = 0; k < plot.times().length; k++) {
            data.row(
                    number(plot.times()[k]),
                    number(plot.residuals()[k]),
                    number(plot.smooth()[k]),
                    number(plot.low()[k]),
                    number(plot.high()[k]));
        }
        return data.csv("time", "residual", "smooth", "conf.low", "conf.high");
    }

    private void row(String... cells) {
        rows.add(List.of(cells));
    }

    private static String number(OptionalDouble number) {
        return number.isPresent() ? number(number.getAsDouble()) : "";
    }

    private static String number(double number) {
        return Double.isFinite(number) ? Numbers.print(number) : "";
    }

    private String csv(String... header) {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(header)
                .setRecordSeparator("\n")
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (List<String> row : rows) {
                printer.printRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
