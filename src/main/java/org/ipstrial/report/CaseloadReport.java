package org.ipstrial.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.report.Block.Align;

/** Whether a programme is run as the model says, on a page. */
public final class CaseloadReport {

    private static final String OVER_TIME = "caseload;consultant=";
    private static final double ROOM = 1.15;
    private static final List<String> ROLES = List.of("consultant", "leader");

    private final Words words;
    private final Phrases phrases;
    private final ResultTable table;

    private CaseloadReport(Words words, ResultTable table) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.table = table;
    }

    /** The report of a table of the command {@code caseload}. */
    public static Report of(ReleasedTable released, Language language) {
        return new CaseloadReport(Words.of(language), Stated.table(released, language)).report();
    }

    private Report report() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(
                1, words.get("caseload.heading", table.settings().get("until"))));
        blocks.add(new Block.Paragraph(words.get(
                "caseload.limits",
                table.settings().get("limit-consultant"),
                table.settings().get("limit-leader"))));
        blocks.add(loads());
        blocks.add(new Block.Paragraph(words.get("caseload.days")));
        ROLES.forEach(role -> blocks.addAll(figures(role)));
        CaseloadWords say = new CaseloadWords(words, table);
        CaseloadTimes times = new CaseloadTimes(say);
        blocks.addAll(times.contact());
        blocks.addAll(times.support());
        blocks.addAll(new CaseloadMatches(say).match());
        if (table.settings().containsKey("min-cell")) {
            blocks.add(new Block.Paragraph(
                    words.get("caseload.min-cell", table.settings().get("min-cell"))));
        }
        return new Report(blocks);
    }

    private Block loads() {
        List<String> header = List.of(
                words.get("caseload.who"),
                words.get("caseload.role"),
                words.get("caseload.limit"),
                words.get("caseload.now"),
                words.get("caseload.most"),
                words.get("caseload.mean"),
                words.get("caseload.over"),
                words.get("caseload.of-days"));
        List<Align> align = new ArrayList<>(List.of(Align.LEFT, Align.LEFT));
        while (align.size() < header.size()) {
            align.add(Align.RIGHT);
        }
        Map<String, Result> over = new LinkedHashMap<>();
        table.results().stream()
                .filter(result -> result.key().measure() == Measure.DAYS_OVER_LIMIT)
                .forEach(result -> over.put(result.key().group(), result));
        List<List<String>> rows = new ArrayList<>();
        for (Result load : table.results()) {
            if (load.key().measure() != Measure.CASELOAD) {
                continue;
            }
            Optional<Result> days = Optional.ofNullable(over.get(load.key().group()));
            List<String> row = new ArrayList<>();
            row.add(days.isPresent() ? load.key().group() : words.get("caseload.everybody"));
            row.add(days.map(any -> words.get(
                            "caseload.role." + Names.shownValue(load.key().term())))
                    .orElse(""));
            row.add(days.map(result -> Names.parts(result.key().term()).get(3)).orElse(""));
            row.add(whole(load, Statistic.ESTIMATE));
            row.add(whole(load, Statistic.MAX));
            row.add(phrases.number(load, Statistic.MEAN, value -> Rounding.decimals(value, 1)));
            row.add(days.map(result -> whole(result, Statistic.ESTIMATE)).orElse(""));
            row.add(days.map(result -> whole(result, Statistic.MAX)).orElse(""));
            rows.add(row);
        }
        return new Block.Table(header, align, rows);
    }

    private String whole(Result result, Statistic statistic) {
        return phrases.number(result, statistic, value -> Rounding.decimals(value, 0));
    }

    /** One figure for as many people of a role as can be told apart. */
    private List<Block> figures(String role) {
        String end = ";" + Names.pair("role", role);
        List<TrajectoryPlot.Team> all = table.series().stream()
                .filter(series ->
                        series.name().startsWith(OVER_TIME) && series.name().endsWith(end))
                .map(CaseloadReport::line)
                .toList();
        double limit = ((Number) table.settings().get("limit-" + role)).doubleValue();
        double most = all.stream()
                .flatMapToDouble(line -> Arrays.stream(line.most()))
                .max()
                .orElse(0);
        // Room above the limit for its words, whatever it is.
        double top = 5 * Math.ceil(Math.max(most + 2, limit * ROOM) / 5);
        List<TrajectoryPlot.Cut> cuts = List.of(
                new TrajectoryPlot.Cut(words.get("caseload.above"), limit),
                new TrajectoryPlot.Cut(words.get("caseload.within-limit"), 0));
        List<Block> figures = new ArrayList<>();
        int parts = (all.size() + CurvePlot.MOST_ARMS - 1) / CurvePlot.MOST_ARMS;
        int each = parts == 0 ? 1 : (all.size() + parts - 1) / parts;
        for (int from = 0; from < all.size(); from += each) {
            figures.add(new TrajectoryPlot(
                    words.get("caseload.figure." + role, Rounding.decimals(limit, 0)),
                    words.get("caseload.axis"),
                    0,
                    top,
                    cuts,
                    words.get("fidelity.several"),
                    all.subList(from, Math.min(all.size(), from + each)),
                    true));
        }
        return figures;
    }

    private static TrajectoryPlot.Team line(Series series) {
        String name = Names.parts(series.name()).get(2);
        double[] people = series.columns().get("people");
        return new TrajectoryPlot.Team(name, series.columns().get("day"), people, people);
    }
}
