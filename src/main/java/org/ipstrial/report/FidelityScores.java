package org.ipstrial.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;

/** The scores of one fidelity scale as a report shows them. */
final class FidelityScores {

    private record Place(String team, String date, Measure measure, String term) {}

    private final Words words;
    private final String scale;
    private final List<Result> scored;
    private final Map<Place, Result> places = new HashMap<>();

    /**
     * Those of some results.
     *
     * @param scale   the scale
     * @param results all results of the scale
     */
    FidelityScores(Words words, String scale, List<Result> results) {
        this.words = words;
        this.scale = scale;
        this.scored = FidelityReport.of(results, Measure.FIDELITY_SCORE);
        results.forEach(result -> {
            String term = result.key().measure() == Measure.FIDELITY_CHANGE
                    ? ""
                    : result.key().term();
            places.put(
                    new Place(
                            result.key().group(),
                            result.key().timepoint(),
                            result.key().measure(),
                            term),
                    result);
        });
    }

    String scale() {
        return scale;
    }

    List<String> teams() {
        return scored.stream().map(result -> result.key().group()).distinct().toList();
    }

    List<String> dates(String team) {
        return scored.stream()
                .filter(result -> result.key().group().equals(team))
                .map(result -> result.key().timepoint())
                .distinct()
                .toList();
    }

    /** The names of the sections. */
    List<String> sections() {
        return scored.stream()
                .map(result -> result.key().term())
                .filter(term -> term.startsWith("part=") && !term.equals("part=total"))
                .map(Names::shownValue)
                .distinct()
                .toList();
    }

    /** A sum, or from what to what it can be. */
    String sum(String team, String date, String part) {
        return range(
                at(team, date, Measure.FIDELITY_SCORE, Names.pair("part", part)).orElseThrow(), false);
    }

    /** The band, or that the missing items decide it. */
    String band(String team, String date) {
        Cell cell = at(team, date, Measure.FIDELITY_BAND, Names.pair("part", "total"))
                .flatMap(result -> result.cell(Statistic.MIN))
                .orElseThrow();
        return words.get("fidelity.band." + cell.note());
    }

    /** The change since the review before; empty for the first. */
    String change(String team, String date) {
        return at(team, date, Measure.FIDELITY_CHANGE, "")
                .map(result -> range(result, true))
                .orElse("");
    }

    /** How many items lack a score; empty where none does. */
    String notRated(String team, String date) {
        double missing = at(team, date, Measure.FIDELITY_SCORE, Names.pair("part", "total"))
                .flatMap(result -> result.value(Statistic.MISSING))
                .orElse(0.0);
        return missing == 0 ? "" : Rounding.decimals(missing, 0);
    }

    /** Whether there is an item of a number. */
    boolean hasItem(int item) {
        String term = Names.pair("item", Integer.toString(item));
        return scored.stream().anyMatch(result -> result.key().term().equals(term));
    }

    /** The score of an item, or a dash. */
    String item(String team, String date, int item) {
        return at(team, date, Measure.FIDELITY_SCORE, Names.pair("item", Integer.toString(item)))
                .flatMap(result -> result.value(Statistic.ESTIMATE))
                .map(score -> Rounding.decimals(score, 0))
                .orElse("-");
    }

    private Optional<Result> at(String team, String date, Measure measure, String term) {
        return Optional.ofNullable(places.get(new Place(team, date, measure, term)));
    }

    private String range(Result result, boolean signed) {
        String least = number(result, Statistic.MIN, signed);
        return result.value(Statistic.ESTIMATE).isPresent()
                ? least
                : words.get("interval", least, number(result, Statistic.MAX, signed));
    }

    private static String number(Result result, Statistic statistic, boolean signed) {
        double value = result.value(statistic).orElseThrow();
        return (signed && value > 0 ? "+" : "") + Rounding.decimals(value, 0);
    }

    /** The bands of a scale with their lowest totals, as the words say them: {@code exemplary 115, good 100}. */
    static List<TrajectoryPlot.Cut> cuts(Words words, String scale) {
        List<TrajectoryPlot.Cut> cuts = new ArrayList<>();
        for (String cut : words.get("fidelity.cuts." + scale).split(", ")) {
            int blank = cut.lastIndexOf(' ');
            cuts.add(new TrajectoryPlot.Cut(cut.substring(0, blank), Double.parseDouble(cut.substring(blank + 1))));
        }
        return cuts;
    }

    /** The highest total of a scale. */
    static double most(Words words, String scale) {
        return Double.parseDouble(words.get("fidelity.most." + scale));
    }
}
