package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;
import org.ipstrial.report.ForestPlot.Kind;
import org.ipstrial.report.ForestPlot.Row;

/** The effects of one contrast on one scale: a forest plot, and a table with the counts or means of both arms. */
final class SubgroupEffects {

    private static final String BY = "by=";
    private static final String SCALE = ";scale=";
    private static final double HUNDRED = 100;

    private final Words words;
    private final Phrases phrases;
    private final ResultTable table;
    private final Section everybody;
    private final List<Section> levels;

    SubgroupEffects(Words words, ResultTable table, Section everybody, List<Section> levels) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.table = table;
        this.everybody = everybody;
        this.levels = levels;
    }

    /** The pair of a test's term that names the column. */
    static String by(Result test) {
        String term = test.key().term();
        return term.substring(0, term.lastIndexOf(SCALE));
    }

    /** The measure on whose scale a test is. */
    static String scale(Result test) {
        String term = test.key().term();
        return term.substring(term.lastIndexOf(SCALE) + SCALE.length());
    }

    static boolean isOn(Result test, Measure scale) {
        return scale(test).equals(scale.id());
    }

    /**
     * The plot and the table of one method.
     *
     * @param overall the effect among everybody
     * @param tests   the tests on its scale
     */
    List<Block> blocks(Section.Contrast contrast, Result overall, List<Result> tests) {
        List<Row> rows = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        rows.add(row(Kind.OVERALL, words.get("subgroups.everybody"), overall));
        cells.add(cells(words.get("subgroups.everybody"), everybody, contrast, overall));
        for (String by : tests.stream().map(SubgroupEffects::by).distinct().toList()) {
            String column = table.label(Names.shownValue(by));
            rows.add(Row.heading(heading(column, by, tests)));
            cells.add(List.of(column, "", "", "", ""));
            for (Result effect : along(contrast, by, overall)) {
                String label = words.get("subgroups.at", ModeratorWords.value(effect));
                rows.add(row(Kind.LEVEL, label, effect));
                cells.add(List.of(
                        Block.Table.INDENT + label,
                        "",
                        "",
                        phrases.number(effect, Statistic.ESTIMATE, shown(effect)),
                        effect.value(Statistic.ESTIMATE).isEmpty() ? "" : phrases.interval(effect, shown(effect))));
            }
            for (Section level : levels) {
                if (level.stratum().startsWith(by.substring(BY.length()) + "=")) {
                    Result effect = effect(level, contrast, overall);
                    String label = Names.shownValue(level.stratum());
                    rows.add(row(Kind.LEVEL, label, effect));
                    cells.add(cells(Block.Table.INDENT + label, level, contrast, effect));
                }
            }
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new ForestPlot(
                title(contrast, overall),
                axis(overall),
                isRatio(overall),
                isRatio(overall) ? 1 : 0,
                words.get("subgroups.less", contrast.group()),
                words.get("subgroups.more", contrast.group()),
                rows));
        blocks.add(new Block.Table(
                List.of(
                        "",
                        contrast.group(),
                        contrast.reference(),
                        axis(overall),
                        words.get("ci", Phrases.level(overall))),
                List.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT),
                cells));
        return blocks;
    }

    /** The effects at values of an amount, on the scale of an effect. */
    private List<Result> along(Section.Contrast contrast, String by, Result overall) {
        return everybody.along(contrast).of(overall.key().measure()).stream()
                .filter(effect -> effect.key().term().startsWith(by + ";"))
                .toList();
    }

    private static Result effect(Section level, Section.Contrast contrast, Result overall) {
        return level.contrasts().stream()
                .filter(one ->
                        one.group().equals(contrast.group()) && one.reference().equals(contrast.reference()))
                .flatMap(one -> one.of(overall.key().measure()).stream())
                .filter(result -> result.key().method().equals(overall.key().method()))
                .findFirst()
                .orElseThrow();
    }

    private String heading(String column, String by, List<Result> tests) {
        Optional<Double> p = tests.stream()
                .filter(test -> by(test).equals(by))
                .findFirst()
                .flatMap(test -> test.value(Statistic.P_VALUE));
        return p.map(value -> words.get("subgroups.column", column, words.get("subgroups.p", Rounding.p(value))))
                .orElse(column);
    }

    private String title(Section.Contrast contrast, Result overall) {
        return words.get(
                "subgroups.title",
                words.get("measure." + overall.key().measure().id()),
                table.label(everybody.outcome()),
                words.get("contrast", contrast.group(), contrast.reference()),
                Phrases.level(overall));
    }

    private String axis(Result overall) {
        String measure = words.get("measure." + overall.key().measure().id());
        return isShare(overall) ? words.get("subgroups.points", measure) : measure;
    }

    private static boolean isShare(Result effect) {
        return effect.key().measure() == Measure.RISK_DIFFERENCE;
    }

    private static boolean isRatio(Result effect) {
        return effect.key().measure() == Measure.RISK_RATIO || effect.key().measure() == Measure.ODDS_RATIO;
    }

    private Row row(Kind kind, String label, Result effect) {
        String estimate = phrases.number(effect, Statistic.ESTIMATE, shown(effect));
        boolean hasNone = effect.value(Statistic.ESTIMATE).isEmpty();
        String numbers =
                hasNone ? estimate : words.get("subgroups.numbers", estimate, phrases.interval(effect, shown(effect)));
        OptionalDouble drawn = at(effect, Statistic.ESTIMATE);
        boolean offTheAxis = isRatio(effect) && drawn.isPresent() && drawn.getAsDouble() <= 0;
        return new Row(
                kind,
                label,
                numbers,
                offTheAxis ? OptionalDouble.empty() : drawn,
                at(effect, Statistic.CONF_LOW),
                at(effect, Statistic.CONF_HIGH));
    }

    private static OptionalDouble at(Result effect, Statistic statistic) {
        Optional<Double> value = effect.value(statistic).map(one -> isShare(effect) ? one * HUNDRED : one);
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private DoubleFunction<String> shown(Result effect) {
        if (isShare(effect)) {
            return Rounding::percent;
        }
        if (isRatio(effect)) {
            return Rounding::ratio;
        }
        double size = everybody.arms().stream()
                .flatMap(arm -> mean(everybody, arm).stream())
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        return value -> Rounding.decimals(value, Rounding.decimalsFor(size));
    }

    private static Optional<Double> mean(Section section, String arm) {
        return section.first(arm, Measure.SUMMARY).flatMap(summary -> summary.value(Statistic.MEAN));
    }

    private List<String> cells(String label, Section section, Section.Contrast contrast, Result effect) {
        return List.of(
                label,
                arm(section, contrast.group(), effect),
                arm(section, contrast.reference(), effect),
                phrases.number(effect, Statistic.ESTIMATE, shown(effect)),
                effect.value(Statistic.ESTIMATE).isEmpty() ? "" : phrases.interval(effect, shown(effect)));
    }

    /** {@code 12 of 40 (30.0%)}, or the mean and how many it is of. */
    private String arm(Section section, String arm, Result effect) {
        ArmTable counts = new ArmTable(words);
        Result count = section.first(arm, Measure.COUNT).orElseThrow();
        Optional<Double> assessed = count.value(Statistic.ASSESSED);
        if (assessed.isEmpty() || assessed.get() == 0) {
            return counts.count(count, Statistic.ASSESSED);
        }
        if (section.isAmount()) {
            Result summary = section.first(arm, Measure.SUMMARY).orElseThrow();
            return words.get(
                    "subgroups.mean",
                    phrases.number(summary, Statistic.MEAN, shown(effect)),
                    counts.count(count, Statistic.ASSESSED));
        }
        if (Phrases.isFilled(count)) {
            return words.get(
                    "subgroups.filled",
                    counts.percent(section.first(arm, Measure.PROPORTION).orElseThrow()),
                    counts.count(count, Statistic.RANDOMISED));
        }
        return words.get(
                "subgroups.share",
                counts.count(count, Statistic.EVENTS),
                counts.count(count, Statistic.ASSESSED),
                counts.percent(section.first(arm, Measure.PROPORTION).orElseThrow()));
    }
}
