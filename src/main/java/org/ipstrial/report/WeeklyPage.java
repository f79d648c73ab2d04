package org.ipstrial.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/** The page of what was done week by week: the mean weeks of each arm, the curves, the shares in some weeks, the differences. */
final class WeeklyPage {

    private final Words words;
    private final SurvivalWords say;
    private final ResultTable table;
    private final Section section;

    WeeklyPage(Words words, ResultTable table, Section section) {
        this.words = words;
        this.say = new SurvivalWords(words, section);
        this.table = table;
        this.section = section;
    }

    /** Whether a section is of weeks. */
    static boolean is(Section section) {
        return section.results().stream()
                .anyMatch(result -> result.key().measure() == Measure.MEAN_WEEKS
                        || result.key().measure() == Measure.MEAN_WEEKS_DIFFERENCE);
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(say.phrases().headings(table, section));
        blocks.add(people());
        plot().ifPresent(blocks::add);
        shares().ifPresent(blocks::add);
        section.contrasts().stream().map(this::differences).forEach(blocks::addAll);
        blocks.add(new Block.Paragraph(words.get("weekly.area-is", weeks())));
        boolean incomplete = section.results().stream()
                .filter(result -> result.key().measure() == Measure.COUNT)
                .anyMatch(result -> result.value(Statistic.MISSING).orElse(0.0) > 0);
        if (incomplete) {
            blocks.add(new Block.Paragraph(words.get("weekly.incomplete")));
        }
        return blocks;
    }

    private String weeks() {
        return section.results().stream()
                .filter(result -> result.key().measure() == Measure.MEAN_WEEKS)
                .map(result -> result.key().timepoint())
                .findFirst()
                .orElse("");
    }

    private Block people() {
        List<String> header = List.of(
                "",
                words.get("count.randomised"),
                words.get("weekly.complete"),
                words.get("weekly.mean", weeks(), say.level()));
        List<List<String>> rows = new ArrayList<>();
        for (String arm : section.arms()) {
            Result counts = section.first(arm, Measure.COUNT).orElseThrow();
            rows.add(List.of(
                    arm,
                    count(counts, Statistic.RANDOMISED),
                    count(counts, Statistic.ASSESSED),
                    section.first(arm, Measure.MEAN_WEEKS).map(say::time).orElse("")));
        }
        return new Block.Table(header, numbers(header.size()), rows);
    }

    /** The shares in the weeks that were asked for, each with the number of those observed. */
    private Optional<Block> shares() {
        List<String> at = section.results().stream()
                .filter(result -> result.key().measure() == Measure.PROPORTION)
                .map(result -> result.key().timepoint())
                .distinct()
                .toList();
        if (at.isEmpty()) {
            return Optional.empty();
        }
        List<String> header = new ArrayList<>(List.of(words.get("weekly.shares", say.level())));
        at.forEach(week -> header.add(words.get("weekly.week", week)));
        List<List<String>> rows = new ArrayList<>();
        for (String arm : section.arms()) {
            List<String> row = new ArrayList<>(List.of(arm));
            List<String> of = new ArrayList<>(List.of(Block.Table.INDENT + words.get("weekly.of")));
            for (String week : at) {
                row.add(in(arm, week, Measure.PROPORTION).map(say::share).orElse(""));
                of.add(in(arm, week, Measure.COUNT)
                        .map(counts -> count(counts, Statistic.EVENTS) + "/" + count(counts, Statistic.ASSESSED))
                        .orElse(""));
            }
            rows.add(row);
            rows.add(of);
        }
        return Optional.of(new Block.Table(header, numbers(header.size()), rows));
    }

    private Optional<Result> in(String arm, String week, Measure measure) {
        return section.of(arm, measure, "", "").stream()
                .filter(result -> result.key().timepoint().equals(week))
                .findFirst();
    }

    private List<Block> differences(Section.Contrast contrast) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, words.get("survival.contrast", contrast.group(), contrast.reference())));
        for (Result difference : contrast.of(Measure.MEAN_WEEKS_DIFFERENCE)) {
            String estimate = say.phrases()
                    .number(difference, Statistic.ESTIMATE, value -> SurvivalWords.time(value, difference));
            String limits = difference.value(Statistic.ESTIMATE).isEmpty()
                    ? ""
                    : " ("
                            + words.get(
                                    "ci.of",
                                    Phrases.level(difference),
                                    say.phrases().interval(difference, value -> SurvivalWords.time(value, difference)))
                            + ")";
            blocks.add(new Block.Paragraph(
                    words.get("survival.line", words.get("measure.mean-weeks-difference"), estimate + limits)));
        }
        return blocks;
    }

    private Optional<CurvePlot> plot() {
        if (!section.stratum().isEmpty() || section.arms().size() > CurvePlot.MOST_ARMS) {
            return Optional.empty();
        }
        List<CurvePlot.Arm> arms =
                section.arms().stream().map(this::arm).flatMap(Optional::stream).toList();
        if (arms.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CurvePlot(
                words.get("weekly.figure", table.label(section.outcome()), say.level()),
                words.get("weekly.axis-time"),
                words.get("weekly.axis", table.label(section.outcome())),
                words.get("weekly.observed"),
                true,
                arms));
    }

    /** The curve of an arm: from the end of one week to the end of the next it holds the share of that week. */
    private Optional<CurvePlot.Arm> arm(String arm) {
        ResultKey key = section.results().get(0).key();
        String whose = Names.pair("arm", arm);
        String prefix = Series.prefix(key.analysis(), key.outcome());
        return table.series().stream()
                .filter(series -> series.name().endsWith(";" + whose)
                        && (series.name().startsWith("weekly;") || series.name().startsWith(prefix + "weekly;")))
                .findFirst()
                .map(Series::columns)
                .map(columns -> arm(arm, columns))
                .filter(curve -> curve.times().length > 0);
    }

    private static CurvePlot.Arm arm(String label, Map<String, double[]> columns) {
        double[] share = columns.get("share");
        // A curve ends where nobody was observed any more.
        int known = 0;
        while (known < share.length && !Double.isNaN(share[known])) {
            known++;
        }
        double[] week = Arrays.copyOf(columns.get("week"), known);
        return new CurvePlot.Arm(
                label,
                Arrays.stream(week).map(end -> end - 1).toArray(),
                Arrays.copyOf(share, known),
                Arrays.copyOf(columns.get("conf.low"), known),
                Arrays.copyOf(columns.get("conf.high"), known),
                new double[0],
                week,
                Arrays.copyOf(columns.get("observed"), known));
    }

    private String count(Result counts, Statistic statistic) {
        return counts.cell(statistic)
                .map(any -> say.phrases().number(counts, statistic, value -> Rounding.decimals(value, 0)))
                .orElse("");
    }

    private static List<Align> numbers(int columns) {
        List<Align> align = new ArrayList<>(Collections.nCopies(columns, Align.RIGHT));
        align.set(0, Align.LEFT);
        return align;
    }
}
