package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;

/** What the missing could do to a contrast on an amount, and the bounds among those who work in either arm. */
final class AmountMissingBlocks {

    private final Words words;
    private final Phrases phrases;
    private final ResultTable table;
    private final Section section;
    private final Section.Contrast contrast;
    private final DoubleFunction<String> shown;

    AmountMissingBlocks(Words words, ResultTable table, Section section, Section.Contrast contrast) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.table = table;
        this.section = section;
        this.contrast = contrast;
        double size = Math.max(mean(contrast.group()), mean(contrast.reference()));
        this.shown = value -> Rounding.decimals(value, Rounding.decimalsFor(size));
    }

    private double mean(String arm) {
        return section.first(arm, Measure.SUMMARY)
                .flatMap(summary -> summary.value(Statistic.MEAN))
                .map(Math::abs)
                .orElse(0.0);
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<Result> views = contrast.fillings(Measure.MEAN_DIFFERENCE);
        List<Result> shifts = contrast.of(Measure.TIPPING_SHIFT);
        List<Result> lee = contrast.of(Measure.TRIMMING_BOUND);
        if (!views.isEmpty() || !shifts.isEmpty() || !lee.isEmpty()) {
            blocks.add(new Block.Heading(
                    2, words.get("missing.what-could", words.get("contrast", contrast.group(), contrast.reference()))));
        }
        if (!views.isEmpty()) {
            blocks.addAll(views(views));
        }
        shifts.stream()
                .filter(shift -> !lacksRange(shift))
                .map(this::sentence)
                .forEach(sentence -> blocks.add(new Block.Paragraph(sentence)));
        if (!shifts.isEmpty() && !lacksRange(shifts.get(0))) {
            blocks.add(new Block.Paragraph(words.get("tipping.shift.how")));
            blocks.addAll(new MeansMapBlocks(words, table, section, contrast, shown).blocks());
        }
        if (!lee.isEmpty()) {
            blocks.addAll(lee(lee));
        }
        return blocks;
    }

    private static boolean lacksRange(Result result) {
        return result.cells().get(Statistic.ESTIMATE).note().equals("no-range");
    }

    /** Without a range nothing can be filled in, and the missing imputed are the only other view. */
    private List<Block> views(List<Result> fillings) {
        Optional<Result> imputed = AgreementTable.imputed(section, contrast, Measure.MEAN_DIFFERENCE);
        boolean bounded = fillings.stream().noneMatch(AmountMissingBlocks::lacksRange);
        List<Block> blocks = new ArrayList<>();
        if (!bounded) {
            blocks.add(new Block.Paragraph(words.get("missing.no-range")));
        }
        if (!bounded && imputed.isEmpty()) {
            return blocks;
        }
        AgreementTable views = new AgreementTable(words, table, contrast, Measure.MEAN_DIFFERENCE, shown, shown);
        blocks.add(new Block.Paragraph(
                bounded
                        ? words.get(
                                "missing.views-range",
                                new Stated(words).range(table.settings().get("range." + section.outcome())))
                        : words.get("missing.views")));
        blocks.add(views.of(
                bounded ? fillings : List.of(),
                "rule.amount.",
                imputed,
                bounded
                        ? new ShiftAgreement(words, contrast, shown)
                                .of(views.primarySide(
                                        result -> result.key().method().equals(ShiftAgreement.UNSHIFTED)))
                        : List.of(),
                true));
        return blocks;
    }

    /** At which mean of the missing of one arm the interval changes sides. */
    private String sentence(Result shift) {
        List<String> term = Names.parts(shift.key().term());
        boolean ofGroup = term.get(1).equals("group");
        String arm = ofGroup ? contrast.group() : contrast.reference();
        String other = ofGroup ? contrast.reference() : contrast.group();
        String direction = words.get("tipping.shift." + term.get(3));
        if (shift.value(Statistic.ESTIMATE).isEmpty()) {
            String key = shift.cells().get(Statistic.ESTIMATE).note().equals("never") ? "never" : "hidden";
            return words.get("tipping.shift." + key, other, arm, direction);
        }
        return words.get(
                "tipping.shift",
                other,
                arm,
                direction,
                shown.apply(shift.value(Statistic.MEAN).orElseThrow()),
                shown.apply(Math.abs(shift.value(Statistic.ESTIMATE).orElseThrow())),
                shown.apply(section.first(arm, Measure.SUMMARY)
                        .flatMap(summary -> summary.value(Statistic.MEAN))
                        .orElseThrow()));
    }

    private List<Block> lee(List<Result> lee) {
        List<Block> blocks = new ArrayList<>();
        Optional<Result> lower = bound(lee, "bound=lower");
        Optional<Result> upper = bound(lee, "bound=upper");
        Optional<Result> effect = bound(lee, "bound=effect");
        if (upper.isEmpty() || effect.isEmpty()) {
            return List.of(new Block.Paragraph(
                    words.get("lee.none", phrases.number(lower.orElseThrow(), Statistic.ESTIMATE, shown))));
        }
        Result trimmed = lee.stream()
                .filter(result -> result.key().term().startsWith("trimmed="))
                .findFirst()
                .orElseThrow();
        String arm = trimmed.key().term().equals("trimmed=group") ? contrast.group() : contrast.reference();
        blocks.add(new Block.Paragraph(words.get(
                "lee",
                phrases.number(lower.orElseThrow(), Statistic.ESTIMATE, shown),
                phrases.number(upper.get(), Statistic.ESTIMATE, shown),
                words.get("ci.of", Phrases.level(effect.get()), phrases.interval(effect.get(), shown)),
                phrases.number(trimmed, Statistic.ESTIMATE, Rounding::percent),
                arm)));
        blocks.add(new Block.Paragraph(words.get("lee.monotone", contrast.group(), contrast.reference())));
        return blocks;
    }

    private static Optional<Result> bound(List<Result> lee, String term) {
        return lee.stream().filter(result -> result.key().term().equals(term)).findFirst();
    }
}
