package org.ipstrial.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.report.Block.Align;

/** How faithful each team is, on a page: totals and bands over time, then item by item. */
public final class FidelityReport {

    /** The most reviews of a team whose items stand beside each other. */
    private static final int MOST_REVIEWS = 6;

    private static final String RATES = "-rates";

    private final Words words;
    private final ResultTable table;

    private FidelityReport(Words words, ResultTable table) {
        this.words = words;
        this.table = table;
    }

    /** The report of a table of the command {@code fidelity}. */
    public static Report of(ReleasedTable released, Language language) {
        return new FidelityReport(Words.of(language), Stated.table(released, language)).report();
    }

    private Report report() {
        Map<String, List<Result>> scales = new LinkedHashMap<>();
        table.results().forEach(result -> scales.computeIfAbsent(scale(result), any -> new ArrayList<>())
                .add(result));
        List<Block> blocks = new ArrayList<>();
        scales.forEach((scale, results) -> {
            FidelityScores scores = new FidelityScores(words, scale, results);
            blocks.add(new Block.Heading(1, words.get("fidelity.heading", scale)));
            blocks.add(totals(scores));
            blocks.add(new Block.Paragraph(words.get("fidelity.bands." + scale)));
            blocks.add(new Block.Paragraph(words.get("fidelity.missing")));
            blocks.addAll(figures(scale));
            blocks.addAll(new FidelityRates(words, results).blocks());
            for (String team : scores.teams()) {
                blocks.add(new Block.Heading(2, words.get("fidelity.profile", team, scale)));
                blocks.add(profile(scores, team));
            }
        });
        blocks.add(new Block.Paragraph(words.get("fidelity.rule")));
        return new Report(blocks);
    }

    /** Rates are an outcome of their own, after the name of the scale. */
    private static String scale(Result result) {
        String outcome = result.key().outcome();
        return outcome.endsWith(RATES) ? outcome.substring(0, outcome.length() - RATES.length()) : outcome;
    }

    private Block totals(FidelityScores scores) {
        List<String> header = new ArrayList<>(List.of(
                words.get("fidelity.team"),
                words.get("fidelity.date"),
                words.get("fidelity.total"),
                words.get("fidelity.band"),
                words.get("fidelity.change")));
        scores.sections().forEach(section -> header.add(words.getOr("fidelity.part." + section, section)));
        header.add(words.get("fidelity.not-rated"));
        List<Align> align = new ArrayList<>(List.of(Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.RIGHT));
        while (align.size() < header.size()) {
            align.add(Align.RIGHT);
        }
        List<List<String>> rows = new ArrayList<>();
        for (String team : scores.teams()) {
            for (String date : scores.dates(team)) {
                List<String> row = new ArrayList<>();
                row.add(team);
                row.add(Numerals.day(date));
                row.add(scores.sum(team, date, "total"));
                row.add(scores.band(team, date));
                row.add(scores.change(team, date));
                scores.sections().forEach(section -> row.add(scores.sum(team, date, section)));
                row.add(scores.notRated(team, date));
                rows.add(row);
            }
        }
        return new Block.Table(header, align, rows);
    }

    private Block profile(FidelityScores scores, String team) {
        List<String> all = scores.dates(team);
        List<String> dates = all.subList(Math.max(0, all.size() - MOST_REVIEWS), all.size());
        List<String> header = new ArrayList<>(List.of("", words.get("fidelity.item")));
        dates.forEach(date -> header.add(Numerals.day(date)));
        List<Align> align = new ArrayList<>(List.of(Align.RIGHT, Align.LEFT));
        dates.forEach(date -> align.add(Align.RIGHT));
        List<List<String>> rows = new ArrayList<>();
        for (int item = 1; scores.hasItem(item); item++) {
            List<String> row = new ArrayList<>();
            row.add(Integer.toString(item));
            row.add(table.label(scores.scale() + ";" + Names.pair("item", Integer.toString(item))));
            for (String date : dates) {
                row.add(scores.item(team, date, item));
            }
            rows.add(row);
        }
        return new Block.Table(header, align, rows);
    }

    /** One figure for as many teams as can be told apart. */
    private List<Block> figures(String scale) {
        String name = Names.pair("trajectory", scale) + ";" + Names.pair("team", "");
        List<TrajectoryPlot.Team> teams = table.series().stream()
                .filter(series -> series.name().startsWith(name))
                .map(series -> team(series, name))
                .toList();
        List<TrajectoryPlot.Cut> cuts = FidelityScores.cuts(words, scale);
        List<Block> figures = new ArrayList<>();
        for (int from = 0; from < teams.size(); from += CurvePlot.MOST_ARMS) {
            List<TrajectoryPlot.Team> some = teams.subList(from, Math.min(teams.size(), from + CurvePlot.MOST_ARMS));
            figures.add(new TrajectoryPlot(
                    words.get("fidelity.figure", scale),
                    words.get("fidelity.axis", scale),
                    cuts.get(cuts.size() - 1).from(),
                    FidelityScores.most(words, scale),
                    cuts,
                    words.get("fidelity.several"),
                    some,
                    false));
        }
        return figures;
    }

    private static TrajectoryPlot.Team team(Series series, String before) {
        return new TrajectoryPlot.Team(
                Names.shownValue(Names.pair("team", "") + series.name().substring(before.length())),
                series.columns().get("day"),
                series.columns().get("least"),
                series.columns().get("most"));
    }

    static List<Result> of(List<Result> results, Measure measure) {
        return results.stream()
                .filter(result -> result.key().measure() == measure)
                .toList();
    }
}
