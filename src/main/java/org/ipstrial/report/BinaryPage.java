package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/** The page of one yes/no outcome: both percentages with their denominators, the contrasts, the missing. */
final class BinaryPage {

    private static final List<Align> LINE = List.of(Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT);

    private final Words words;
    private final Phrases phrases;
    private final ResultTable table;
    private final Section section;
    private final HypothesisLines hypothesis;

    BinaryPage(Words words, ResultTable table, Section section) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.table = table;
        this.section = section;
        this.hypothesis = new HypothesisLines(words, table);
    }

    /** The headline with both percentages, a sentence for each contrast, and the arms. */
    List<Block> opening() {
        List<Block> blocks = new ArrayList<>();
        if (!section.stratum().isEmpty()) {
            blocks.addAll(phrases.headings(table, section));
        }
        blocks.add(headline());
        phrases.filled(section).ifPresent(blocks::add);
        for (Section.Contrast contrast : section.contrasts()) {
            blocks.add(new Block.Paragraph(sentence(contrast)));
        }
        blocks.add(new ArmTable(words).rates(section));
        blocks.addAll(new AllArmsLines(words, table, section).blocks());
        return blocks;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(opening());
        blocks.addAll(
                new ContrastBlocks(words, table, section).all(this::comparison, this::comparison, this::comparison));
        return blocks;
    }

    /** The effects and tests of a contrast under the rule of the analysis. */
    List<Block> primary(Section.Contrast contrast) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(effects(contrast));
        blocks.addAll(new TestLines(words, hypothesis.oneSided()).of(contrast));
        blocks.addAll(hypothesis.of(contrast));
        return blocks;
    }

    private List<Block> comparison(Section.Contrast contrast) {
        List<Block> blocks = new ArrayList<>(primary(contrast));
        if (!contrast.fillings().isEmpty()) {
            blocks.add(new Block.Paragraph(
                    words.get(Phrases.isFilled(contrast.results().get(0)) ? "views" : "fillings")));
            blocks.add(fillings(contrast));
        }
        return blocks;
    }

    private Block headline() {
        List<List<String>> rows = new ArrayList<>();
        for (String arm : section.arms()) {
            Result counts = section.first(arm, Measure.COUNT).orElseThrow();
            String denominator = denominator(counts);
            rows.add(List.of(
                    rows.isEmpty() ? table.label(section.outcome()) : "",
                    arm,
                    share(arm),
                    counts.value(Statistic.ASSESSED).isPresent() ? denominator : ""));
        }
        return new Block.Table(List.of(), LINE, rows);
    }

    /** The events and those among whom they are counted; whoever was missing and was filled is told apart. */
    private String denominator(Result counts) {
        ArmTable numbers = new ArmTable(words);
        String events = numbers.count(counts, Statistic.EVENTS);
        return Phrases.isFilled(counts)
                ? words.get(
                        "headline." + counts.key().missingRule(),
                        events,
                        numbers.count(counts, Statistic.RANDOMISED),
                        numbers.count(counts, Statistic.MISSING))
                : words.get("headline.counts", events, numbers.count(counts, Statistic.ASSESSED));
    }

    private String share(String arm) {
        return new ArmTable(words)
                .percent(section.first(arm, Measure.PROPORTION).orElseThrow());
    }

    private String sentence(Section.Contrast contrast) {
        Optional<Result> found = contrast.of(Measure.RISK_DIFFERENCE).stream().findFirst();
        Result difference = found.orElseThrow();
        Optional<Double> estimate = difference.value(Statistic.ESTIMATE);
        if (estimate.isEmpty()) {
            return phrases.noDifference(contrast, difference);
        }
        return words.get(
                "sentence.binary",
                share(contrast.group()),
                share(contrast.reference()),
                new Direction(words, "points").of(estimate.get(), Rounding::percent, contrast.group()),
                new Direction(words, "points")
                        .interval(phrases, hypothesis.key("ci.of"), difference, Rounding::percent));
    }

    private Block effects(Section.Contrast contrast) {
        EffectsTable effects = new EffectsTable(words, hypothesis);
        effects.addAll(contrast.of(Measure.RISK_DIFFERENCE), this::points, Rounding::percent);
        for (Measure measure : List.of(Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.CONDITIONAL_ODDS_RATIO)) {
            effects.addAll(
                    contrast.of(measure), value -> words.get("value.ratio", Rounding.ratio(value)), Rounding::ratio);
        }
        for (Result result : contrast.of(Measure.NUMBER_NEEDED_TO_TREAT)) {
            effects.add(
                    words.get("measure." + result.key().measure().id()),
                    result,
                    value -> words.get(kind(value), shownNumberNeeded(value)),
                    numberNeeded(result));
        }
        return effects.block("", contrast.of(Measure.RISK_DIFFERENCE).get(0));
    }

    private String points(double value) {
        return words.get("value.points", Rounding.percent(value));
    }

    /** The interval of a number needed to treat, which may be in two parts. */
    private String numberNeeded(Result result) {
        String interval = benefitOrHarm(
                result.cells().get(Statistic.CONF_LOW), result.cells().get(Statistic.CONF_HIGH));
        if (!result.cells().containsKey(Statistic.CONF_LOW_2)) {
            return interval;
        }
        return words.get(
                "number-needed.disjoint",
                interval,
                benefitOrHarm(
                        result.cells().get(Statistic.CONF_LOW_2), result.cells().get(Statistic.CONF_HIGH_2)));
    }

    /** One part of the interval, smallest number first, with the word for its sign. */
    private String benefitOrHarm(Cell low, Cell high) {
        boolean harm =
                low.value().orElse(Double.NEGATIVE_INFINITY) < 0 && high.value().orElse(Double.POSITIVE_INFINITY) <= 0;
        String text = harm
                ? phrases.interval(high, low, BinaryPage::shownNumberNeeded)
                : phrases.interval(low, high, BinaryPage::shownNumberNeeded);
        boolean none = low.value().isEmpty() && high.value().isEmpty();
        return none ? text : words.get(harm ? "number-needed.harm" : "number-needed.benefit", text);
    }

    private static String kind(double numberNeeded) {
        return numberNeeded < 0 ? "number-needed.harm" : "number-needed.benefit";
    }

    private static String shownNumberNeeded(double number) {
        return Rounding.decimals(Math.abs(number), 1);
    }

    private Block fillings(Section.Contrast contrast) {
        EffectsTable effects = new EffectsTable(words, hypothesis);
        for (Result result : contrast.fillings()) {
            effects.add(
                    words.get("rule." + result.key().missingRule(), contrast.group(), contrast.reference()),
                    result,
                    this::points,
                    phrases.interval(result, Rounding::percent));
        }
        return effects.block(
                words.get("measure.risk-difference"), contrast.fillings().get(0));
    }
}
