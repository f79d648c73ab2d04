package org.ipstrial.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.CellPolicy;

/** The page of one outcome: whether its effect differs, the effects at each level, and prognosis apart from them. */
final class SubgroupsPage {

    private final Words words;
    private final Phrases phrases;
    private final ResultTable table;
    private final Section everybody;
    private final SubgroupEffects effects;
    private final AdjustedBeside adjusted;

    SubgroupsPage(Words words, ResultTable table, Section everybody, List<Section> levels) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.table = table;
        this.everybody = everybody;
        this.adjusted = new AdjustedBeside(table, everybody);
        this.effects = new SubgroupEffects(words, table, everybody, levels);
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, table.label(everybody.outcome())));
        phrases.filled(everybody).ifPresent(blocks::add);
        for (Section.Contrast contrast : everybody.contrasts()) {
            tests(contrast).stream()
                    .filter(test -> isFirst(test) && !AdjustedBeside.isAdjusted(test))
                    .forEach(test -> blocks.add(new Block.Paragraph(verdict(test))));
        }
        blocks.add(new Block.Paragraph(words.get("subgroups.caution")));
        ArmTable arms = new ArmTable(words);
        blocks.add(everybody.isAmount() ? arms.amounts(everybody, "") : arms.rates(everybody));
        for (Section.Contrast contrast : everybody.contrasts()) {
            blocks.addAll(contrast(contrast));
        }
        List<String> covariates = adjusted.covariates();
        if (!covariates.isEmpty()) {
            blocks.addAll(new AdjustedBlocks(words, table, everybody).covariates(covariates::contains));
        }
        blocks.addAll(new PrognosisBlocks(words, table, everybody).blocks());
        return blocks;
    }

    private List<Block> contrast(Section.Contrast contrast) {
        List<Block> blocks = new ArrayList<>();
        List<Measure> scales = contrast.results().stream()
                .map(result -> result.key().measure())
                .distinct()
                .toList();
        for (Measure scale : scales) {
            List<Result> tests = tests(contrast).stream()
                    .filter(test -> SubgroupEffects.isOn(test, scale))
                    .toList();
            for (Result overall : contrast.of(scale)) {
                blocks.add(new Block.Heading(
                        2,
                        words.get(
                                "subgroups.heading",
                                words.get("contrast", contrast.group(), contrast.reference()),
                                words.get("measure." + scale.id()))));
                blocks.addAll(effects.blocks(contrast, overall, tests));
            }
            blocks.addAll(new ModeratorWords(words, table).blocks(everybody.along(contrast), scale));
            for (Result test : tests) {
                blocks.add(new TestLines(words, false)
                        .of(words.get("subgroups.test", column(test)) + ": ", test, adjusted(contrast, test)));
            }
        }
        blocks.addAll(silent(contrast));
        return blocks;
    }

    /** The tests of a contrast, adjusted p-values apart. */
    private List<Result> tests(Section.Contrast contrast) {
        return interactions(contrast).stream()
                .filter(result -> !result.cells().containsKey(Statistic.P_ADJUSTED))
                .toList();
    }

    private List<Result> interactions(Section.Contrast contrast) {
        return everybody.overStrata(contrast).of(Measure.INTERACTION_TEST);
    }

    private Optional<Result> adjusted(Section.Contrast contrast, Result test) {
        return interactions(contrast).stream()
                .filter(result -> result.key().term().equals(test.key().term())
                        && result.key().method().startsWith(test.key().method() + "+"))
                .findFirst();
    }

    /** Whether a test is the first of its column, contrast and scale, which the verdict goes by. */
    private boolean isFirst(Result test) {
        return everybody.results().stream()
                        .filter(result -> result.key().measure() == Measure.INTERACTION_TEST
                                && result.key().group().equals(test.key().group())
                                && result.key().reference().equals(test.key().reference())
                                && result.key().term().equals(test.key().term()))
                        .findFirst()
                        .orElseThrow()
                == test;
    }

    /** What the test says, and behind it the same without covariates. */
    private String verdict(Result unadjusted) {
        Section.Contrast contrast = everybody.contrasts().stream()
                .filter(one -> one.group().equals(unadjusted.key().group())
                        && one.reference().equals(unadjusted.key().reference()))
                .findFirst()
                .orElseThrow();
        Optional<Result> withCovariates = AdjustedBeside.test(tests(contrast), unadjusted);
        boolean hidden = withCovariates
                .map(test -> p(contrast, test).note().equals(CellPolicy.NOTE))
                .orElse(false);
        Result test = hidden ? unadjusted : withCovariates.orElse(unadjusted);
        Cell p = p(contrast, test);
        double threshold = 1 - (double) table.settings().get("level");
        String key = "subgroups.verdict.alike";
        if (p.value().isEmpty()) {
            key = p.note().equals(CellPolicy.NOTE) ? "subgroups.verdict.hidden" : "subgroups.verdict.none";
        } else if (p.value().getAsDouble() < threshold) {
            key = "subgroups.verdict.differs";
        }
        String told = told(contrast, test, threshold);
        return words.get(
                key,
                words.get("contrast", contrast.group(), contrast.reference()),
                table.label(everybody.outcome()),
                column(test),
                words.get("measure." + SubgroupEffects.scale(test)),
                withCovariates.isEmpty()
                        ? told
                        : words.get(
                                hidden ? "subgroups.p.covariates.hidden" : "subgroups.p.covariates",
                                told,
                                adjusted.shownCovariates(),
                                told(contrast, unadjusted, threshold)));
    }

    /** The p-value that a verdict goes by: the one adjusted over the columns, if there is one. */
    private Cell p(Section.Contrast contrast, Result test) {
        return adjusted(contrast, test)
                .map(result -> result.cells().get(Statistic.P_ADJUSTED))
                .orElseGet(() -> test.cells().get(Statistic.P_VALUE));
    }

    private String told(Section.Contrast contrast, Result test, double threshold) {
        Cell p = p(contrast, test);
        String shown = p.value().isEmpty()
                ? phrases.reason(p.note())
                : Rounding.p(p.value().getAsDouble(), threshold);
        return words.get(adjusted(contrast, test).isPresent() ? "subgroups.p.adjusted" : "subgroups.p", shown);
    }

    private String column(Result test) {
        return table.label(Names.shownValue(SubgroupEffects.by(test)));
    }

    /** The levels that add nothing to the tests, by reason. */
    private List<Block> silent(Section.Contrast contrast) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (Result result : everybody.overStrata(contrast).of(Measure.STRATUM_COUNT)) {
            byReason.computeIfAbsent(result.cells().get(Statistic.ASSESSED).note(), any -> new ArrayList<>())
                    .add(Names.shown(result.key().term(), table::label));
        }
        List<Block> blocks = new ArrayList<>();
        byReason.forEach((reason, levels) ->
                blocks.add(new Block.Paragraph(words.get("subgroups.silent." + reason, String.join("; ", levels)))));
        return blocks;
    }
}
