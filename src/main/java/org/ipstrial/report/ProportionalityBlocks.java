package org.ipstrial.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.adjusted.ProportionalityMethods;
import org.ipstrial.report.Block.Align;

/**
 * Whether one odds ratio is fair for all levels of an outcome: what the check says, and what it looks at.
 *
 * @param words   the words
 * @param table   the results of the analysis
 * @param section those of the outcome
 */
record ProportionalityBlocks(Words words, ResultTable table, Section section) {

    private static final List<Align> CUT = List.of(Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT);

    /** Whether a result is such a check, and no question whether the arms differ. */
    static boolean isCheck(Result result) {
        return result.key().measure() == Measure.TEST && result.key().method().equals(ProportionalityMethods.BRANT);
    }

    /**
     * A sentence on each check of a model, and the odds ratios of a contrast at each cut; none where it is not checked.
     *
     * @param term the term of the model
     */
    List<Block> of(Section.Contrast contrast, String term) {
        List<Block> blocks = new ArrayList<>();
        section.results().stream()
                .filter(result -> isCheck(result) && result.key().term().equals(term))
                .forEach(check -> blocks.add(new Block.Paragraph(sentence(check))));
        List<Result> cuts = section.atCuts(contrast).results().stream()
                .filter(result -> result.key().term().equals(Names.atCut(term, cut(result))))
                .toList();
        if (!cuts.isEmpty()) {
            blocks.add(atCuts(cuts));
        }
        return blocks;
    }

    private String sentence(Result check) {
        // Of two arms the test is of their contrast, and has no more to say of whom it is.
        boolean more = section.arms().size() > 2;
        String text = words.get("proportionality.question") + " "
                + (more ? new AllArmsLines(words, table, section).over() + " " : "")
                + new TestLines(words, false).text(check, !more);
        double alpha = 1 - (double) table.settings().get("level");
        return check.value(Statistic.P_VALUE)
                .map(p -> text + " " + words.get(p < alpha ? "proportionality.signs" : "proportionality.no-sign"))
                .orElse(text);
    }

    private static String cut(Result atCut) {
        List<String> term = Names.parts(atCut.key().term());
        return term.get(term.size() - 1);
    }

    /** A level by its name; of a number with two decimals or less all of it, else rounded as amounts of its size are. */
    private static String shown(String cut) {
        if (!cut.matches("-?[0-9]+([.][0-9]+)?(e-?[0-9]+)?")) {
            return cut;
        }
        double value = Double.parseDouble(cut);
        return new BigDecimal(cut).scale() <= 2
                ? Rounding.exact(value)
                : Rounding.decimals(value, Rounding.decimalsFor(value));
    }

    private Block atCuts(List<Result> cuts) {
        Phrases phrases = new Phrases(words);
        HypothesisLines hypothesis = new HypothesisLines(words, table);
        return new Block.Table(
                List.of(
                        words.get("proportionality.above"),
                        words.get("estimate"),
                        words.get(hypothesis.key("ci"), Phrases.level(cuts.get(0))),
                        words.get("method")),
                CUT,
                cuts.stream()
                        .map(cut -> List.of(
                                shown(cut(cut)),
                                phrases.number(cut, Statistic.ESTIMATE, Rounding::ratio),
                                phrases.interval(cut, Rounding::ratio),
                                cut.key().method()))
                        .toList());
    }
}
