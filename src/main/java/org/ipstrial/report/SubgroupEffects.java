package org.ipstrial.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
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
    private final Words words;
    private final SubgroupNumbers numbers;
    private final AdjustedBeside adjusted;
    private final ResultTable table;
    private final Section everybody;
    private final List<Section> levels;

    SubgroupEffects(Words words, ResultTable table, Section everybody, List<Section> levels) {
        this.words = words;
        this.numbers = new SubgroupNumbers(words, everybody);
        this.adjusted = new AdjustedBeside(table, everybody);
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
        return Names.scale(test.key().term()).orElseThrow();
    }

    static boolean isOn(Result test, Measure scale) {
        return scale(test).equals(scale.id());
    }

    /**
     * The plot and the table of one method. Of the first method what is adjusted stands beside, and in the plot.
     *
     * @param overall the effect among everybody
     * @param tests   the tests on its scale
     */
    List<Block> blocks(Section.Contrast contrast, Result overall, List<Result> tests) {
        Measure scale = overall.key().measure();
        boolean first = contrast.of(scale).get(0) == overall;
        EffectPair everyone = new EffectPair(overall, first ? adjusted.everybody(contrast, scale) : Optional.empty());
        boolean beside = everyone.isAdjusted();
        boolean drawn = everyone.drawsAdjusted();
        List<Row> rows = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        String all = words.get("subgroups.everybody");
        rows.add(row(Kind.OVERALL, all, everyone.drawn(drawn)));
        cells.add(cells(all, everybody, contrast, everyone));
        for (String by : tests.stream().map(SubgroupEffects::by).distinct().toList()) {
            String column = table.label(Names.shownValue(by));
            rows.add(Row.heading(heading(column, by, tests, drawn)));
            cells.add(Stream.concat(Stream.of(column), Collections.nCopies(beside ? 6 : 4, "").stream())
                    .toList());
            for (EffectPair effect : along(contrast, by, overall, beside)) {
                String label = words.get("subgroups.at", ModeratorWords.value(effect.plain()));
                rows.add(row(Kind.LEVEL, label, effect.drawn(drawn)));
                cells.add(cells(Block.Table.INDENT + label, "", "", effect));
            }
            for (Section level : levels) {
                if (level.stratum().startsWith(by.substring(BY.length()) + "=")) {
                    EffectPair effect = new EffectPair(
                            effect(level, contrast, overall),
                            beside ? adjusted.level(level, contrast, scale) : Optional.empty());
                    String label = Names.shownValue(level.stratum());
                    rows.add(row(Kind.LEVEL, label, effect.drawn(drawn)));
                    cells.add(cells(Block.Table.INDENT + label, level, contrast, effect));
                }
            }
        }
        return List.of(plot(contrast, everyone, rows), table(contrast, everyone, cells));
    }

    private Block plot(Section.Contrast contrast, EffectPair overall, List<Row> rows) {
        Result drawn = overall.drawn(overall.drawsAdjusted());
        boolean ratio = SubgroupNumbers.isRatio(drawn);
        return new ForestPlot(
                title(contrast, overall, drawn),
                overall.drawsAdjusted() ? words.get("subgroups.adjusted", axis(drawn)) : axis(drawn),
                ratio,
                ratio ? 1 : 0,
                words.get("subgroups.less", contrast.group()),
                words.get("subgroups.more", contrast.group()),
                rows);
    }

    private Block table(Section.Contrast contrast, EffectPair overall, List<List<String>> cells) {
        String limits = words.get("ci", Phrases.level(overall.plain()));
        List<String> header =
                new ArrayList<>(List.of("", contrast.group(), contrast.reference(), axis(overall.plain()), limits));
        List<Align> aligned = new ArrayList<>(List.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT));
        if (overall.isAdjusted()) {
            header.addAll(List.of(words.get("subgroups.adjusted.column"), limits));
            aligned.addAll(List.of(Align.RIGHT, Align.LEFT));
        }
        return new Block.Table(header, aligned, cells);
    }

    /** The effects at values of an amount, on the scale of an effect. */
    private List<EffectPair> along(Section.Contrast contrast, String by, Result overall, boolean beside) {
        Measure scale = overall.key().measure();
        List<Result> adjustedToo = beside ? adjusted.along(contrast, by, scale) : List.of();
        return everybody.along(contrast).of(scale).stream()
                .filter(effect -> effect.key().term().startsWith(by + ";") && !AdjustedBeside.isAdjusted(effect))
                .map(effect -> new EffectPair(
                        effect,
                        adjustedToo.stream()
                                .filter(other -> ModeratorWords.isSameValue(effect, other))
                                .findFirst()))
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

    private String heading(String column, String by, List<Result> tests, boolean adjustedOne) {
        Optional<Double> p = tests.stream()
                .filter(test -> by(test).equals(by) && AdjustedBeside.isAdjusted(test) == adjustedOne)
                .findFirst()
                .flatMap(test -> test.value(Statistic.P_VALUE));
        return p.map(value -> words.get("subgroups.column", column, words.get("subgroups.p", Rounding.p(value))))
                .orElse(column);
    }

    private String title(Section.Contrast contrast, EffectPair overall, Result drawn) {
        return words.get(
                overall.drawsAdjusted() ? "subgroups.title.adjusted" : "subgroups.title",
                new Phrases(words).measure(drawn),
                table.label(everybody.outcome()),
                words.get("contrast", contrast.group(), contrast.reference()),
                Phrases.level(overall.plain()),
                adjusted.shownCovariates());
    }

    private String axis(Result overall) {
        String measure = new Phrases(words).measure(overall);
        return SubgroupNumbers.isShare(overall) ? words.get("subgroups.points", measure) : measure;
    }

    private Row row(Kind kind, String label, Result effect) {
        String estimate = numbers.estimate(effect);
        boolean hasNone = effect.value(Statistic.ESTIMATE).isEmpty();
        String shown = hasNone ? estimate : words.get("subgroups.numbers", estimate, numbers.limits(effect));
        OptionalDouble drawn = SubgroupNumbers.at(effect, Statistic.ESTIMATE);
        boolean offTheAxis = SubgroupNumbers.isRatio(effect) && drawn.isPresent() && drawn.getAsDouble() <= 0;
        return new Row(
                kind,
                label,
                shown,
                offTheAxis ? OptionalDouble.empty() : drawn,
                SubgroupNumbers.at(effect, Statistic.CONF_LOW),
                SubgroupNumbers.at(effect, Statistic.CONF_HIGH));
    }

    private List<String> cells(String label, Section section, Section.Contrast contrast, EffectPair effect) {
        return cells(
                label,
                numbers.arm(section, contrast.group(), effect.plain()),
                numbers.arm(section, contrast.reference(), effect.plain()),
                effect);
    }

    private List<String> cells(String label, String group, String reference, EffectPair effect) {
        List<String> cells = new ArrayList<>(
                List.of(label, group, reference, numbers.estimate(effect.plain()), numbers.limits(effect.plain())));
        effect.adjusted().ifPresent(other -> {
            cells.add(numbers.estimate(other));
            cells.add(numbers.limits(other));
        });
        return cells;
    }
}
