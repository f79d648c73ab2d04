package org.ipstrial.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.report.Block.Align;

/** The page of one time to an event: people, numbers at risk, curves at the times asked for, means, and comparisons. */
final class SurvivalPage {

    private static final String FOLLOW_UP = Names.pair("of", "follow-up");

    private final Words words;
    private final Phrases phrases;
    private final ResultTable table;
    private final Section section;

    SurvivalPage(Words words, ResultTable table, Section section) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.table = table;
        this.section = section;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(phrases.headings(table, section));
        blocks.add(people());
        byTime(
                        Measure.AT_RISK,
                        "survival.at-risk",
                        result -> phrases.number(result, Statistic.ESTIMATE, n -> Rounding.decimals(n, 0)))
                .ifPresent(blocks::addAll);
        byTime(Measure.SURVIVAL, "survival.without", this::share).ifPresent(blocks::addAll);
        byTime(Measure.CUMULATIVE_INCIDENCE, "survival.with", this::share).ifPresent(blocks::addAll);
        byTime(Measure.RMST, "survival.rmst", this::time).ifPresent(blocks::addAll);
        byTime(Measure.RMTL, "survival.rmtl", this::time).ifPresent(blocks::addAll);
        List<Result> overall = section.results().stream()
                .filter(result -> result.key().measure() == Measure.TEST
                        && result.key().group().isEmpty())
                .toList();
        if (section.arms().size() > 2) {
            blocks.add(new Block.Heading(2, words.get("survival.all-arms")));
            blocks.addAll(tests(overall));
        }
        section.contrasts().forEach(contrast -> blocks.addAll(comparison(contrast)));
        return blocks;
    }

    private Block people() {
        boolean median = section.results().stream()
                .anyMatch(result -> result.key().measure() == Measure.MEDIAN_TIME
                        && !result.key().term().equals(FOLLOW_UP));
        List<String> header = new ArrayList<>(List.of("", words.get("count.rows"), words.get("count.events")));
        if (median) {
            header.add(words.get("survival.median", level()));
        }
        header.add(words.get("survival.follow-up"));
        List<List<String>> rows = new ArrayList<>();
        for (String arm : section.arms()) {
            Result counts = section.first(arm, Measure.COUNT).orElseThrow();
            List<String> row =
                    new ArrayList<>(List.of(arm, count(counts, Statistic.RANDOMISED), count(counts, Statistic.EVENTS)));
            if (median) {
                row.add(section.of(arm, Measure.MEDIAN_TIME, "", "").stream()
                        .findFirst()
                        .map(this::time)
                        .orElse(""));
            }
            row.add(section.of(arm, Measure.MEDIAN_TIME, "", FOLLOW_UP).stream()
                    .findFirst()
                    .map(result -> phrases.number(result, Statistic.ESTIMATE, value -> time(value, result)))
                    .orElse(""));
            rows.add(row);
            for (Result cause : section.results()) {
                if (cause.key().measure() == Measure.COUNT
                        && cause.key().group().equals(arm)
                        && !cause.key().term().isEmpty()) {
                    List<String> less = new ArrayList<>(Collections.nCopies(header.size(), ""));
                    less.set(
                            0, Block.Table.INDENT + Names.shownValue(cause.key().term()));
                    less.set(2, count(cause, Statistic.EVENTS));
                    rows.add(less);
                }
            }
        }
        return new Block.Table(header, numbers(header.size()), rows);
    }

    private String level() {
        return section.results().stream()
                .filter(result -> result.cell(Statistic.CONF_LEVEL).isPresent())
                .findFirst()
                .map(Phrases::level)
                .orElse("");
    }

    private static String count(Result counts, Statistic statistic) {
        return counts.value(statistic).map(value -> Rounding.decimals(value, 0)).orElse("");
    }

    /** A table with a column for each time; of each cause apart. */
    private Optional<List<Block>> byTime(Measure measure, String title, Function<Result, String> shown) {
        List<Result> all = section.results().stream()
                .filter(result -> result.key().measure() == measure
                        && result.key().reference().isEmpty())
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        for (String term :
                all.stream().map(result -> result.key().term()).distinct().toList()) {
            List<String> times = all.stream()
                    .map(result -> result.key().timepoint())
                    .distinct()
                    .toList();
            List<String> header = new ArrayList<>(
                    List.of(words.get(title, level()) + (term.isEmpty() ? "" : ", " + Names.shownValue(term))));
            header.addAll(times.stream().map(this::when).toList());
            List<List<String>> rows = new ArrayList<>();
            for (String arm : section.arms()) {
                List<String> row = new ArrayList<>(List.of(arm));
                for (String time : times) {
                    row.add(all.stream()
                            .filter(result -> result.key().group().equals(arm)
                                    && result.key().timepoint().equals(time)
                                    && result.key().term().equals(term))
                            .findFirst()
                            .map(shown)
                            .orElse(""));
                }
                rows.add(row);
            }
            blocks.add(new Block.Table(header, numbers(header.size()), rows));
        }
        return Optional.of(blocks);
    }

    private String when(String time) {
        Unit unit = section.results().stream()
                .filter(result -> result.key().measure() == Measure.MEDIAN_TIME)
                .flatMap(result -> result.cell(Statistic.ESTIMATE).stream())
                .map(Cell::unit)
                .findFirst()
                .orElse(Unit.NONE);
        return unit == Unit.NONE ? time : time + " " + unit.id();
    }

    private List<Block> comparison(Section.Contrast contrast) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, words.get("survival.contrast", contrast.group(), contrast.reference())));
        for (Result ratio : contrast.of(Measure.HAZARD_RATIO)) {
            blocks.add(line(ratio, Rounding::ratio));
        }
        for (Measure measure :
                List.of(Measure.RMST_DIFFERENCE, Measure.RMST_RATIO, Measure.RMTL_DIFFERENCE, Measure.RMTL_RATIO)) {
            for (Result result : contrast.of(measure)) {
                boolean ratio = measure == Measure.RMST_RATIO || measure == Measure.RMTL_RATIO;
                blocks.add(line(result, ratio ? Rounding::ratio : value -> time(value, result)));
            }
        }
        blocks.addAll(tests(contrast.of(Measure.TEST)));
        return blocks;
    }

    private Block line(Result result, DoubleFunction<String> shown) {
        String name = words.get("measure." + result.key().measure().id())
                + (result.key().timepoint().isEmpty()
                        ? ""
                        : " " + words.get("survival.within", when(result.key().timepoint())))
                + about(result);
        String estimate = phrases.number(result, Statistic.ESTIMATE, shown);
        return new Block.Paragraph(
                result.value(Statistic.ESTIMATE).isEmpty()
                        ? words.get("survival.line", name, estimate)
                        : words.get(
                                "survival.line",
                                name,
                                estimate + " ("
                                        + words.get("ci.of", Phrases.level(result), phrases.interval(result, shown))
                                        + ")"));
    }

    private String about(Result result) {
        return result.key().term().isEmpty()
                ? ""
                : " (" + Names.shown(result.key().term(), name -> name) + ")";
    }

    private List<Block> tests(List<Result> tests) {
        List<Block> blocks = new ArrayList<>();
        for (String term :
                tests.stream().map(test -> test.key().term()).distinct().toList()) {
            List<Result> ofTerm = tests.stream()
                    .filter(test -> test.key().term().equals(term))
                    .toList();
            String suffix = about(ofTerm.get(0));
            for (Block block : new TestLines(words, false).of(new Section.Contrast("", "", ofTerm))) {
                String text = ((Block.Paragraph) block).text();
                int colon = text.indexOf(':');
                blocks.add(new Block.Paragraph(text.substring(0, colon) + suffix + text.substring(colon)));
            }
        }
        return blocks;
    }

    private String share(Result result) {
        return number(result, value -> Rounding.percent(value) + "%", Rounding::percent);
    }

    private String time(Result result) {
        return number(result, value -> time(value, result), value -> time(value, result));
    }

    /** An estimate with its interval behind it, which is left out where there is none. */
    private String number(Result result, DoubleFunction<String> estimate, DoubleFunction<String> limit) {
        String shown = phrases.number(result, Statistic.ESTIMATE, estimate);
        boolean limits = result.value(Statistic.CONF_LOW).isPresent()
                || result.value(Statistic.CONF_HIGH).isPresent();
        return limits ? shown + " (" + phrases.interval(result, limit) + ")" : shown;
    }

    /** Whole numbers stay whole. */
    private static String time(double value, Result result) {
        return value == Math.rint(value) && result.key().measure() == Measure.MEDIAN_TIME
                ? Rounding.decimals(value, 0)
                : Rounding.decimals(value, 1);
    }

    private static List<Align> numbers(int columns) {
        List<Align> align = new ArrayList<>(Collections.nCopies(columns, Align.RIGHT));
        align.set(0, Align.LEFT);
        return align;
    }
}
