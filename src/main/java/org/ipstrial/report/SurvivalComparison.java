package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.times.HazardMethods;

/**
 * Two arms compared on a time to an event, and tests of all arms.
 *
 * @param say the phrases
 */
record SurvivalComparison(SurvivalWords say) {

    /** Why an unpenalised ratio may not exist where the penalised one does. */
    private static final Set<String> PENALISABLE =
            Set.of("no-events-in-group", "no-events-in-reference", "monotone-likelihood");

    /**
     * A comparison.
     *
     * @param adjusted its results with covariates, none where nothing is adjusted
     */
    List<Block> of(Section.Contrast contrast, Section.Contrast adjusted) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, say.words().get("survival.contrast", contrast.group(), contrast.reference())));
        List<Result> ratios = new ArrayList<>(contrast.of(Measure.HAZARD_RATIO));
        ratios.addAll(adjusted.of(Measure.HAZARD_RATIO));
        boolean several =
                ratios.stream().map(ratio -> ratio.key().method()).distinct().count() > 1;
        for (Result ratio : ratios) {
            blocks.add(line(ratio, several ? " [" + ratio.key().method() + "]" : "", Rounding::ratio));
        }
        if (ratios.stream().anyMatch(SurvivalComparison::isPenalisable)
                && ratios.stream().noneMatch(ratio -> ratio.key().method().startsWith(HazardMethods.FIRTH))) {
            blocks.add(new Block.Paragraph(say.words().get("survival.firth", HazardMethods.FIRTH)));
        }
        for (Result ratio : contrast.of(Measure.SUBDISTRIBUTION_HAZARD_RATIO)) {
            blocks.add(line(ratio, "", Rounding::ratio));
        }
        for (Result ratio : adjusted.of(Measure.SUBDISTRIBUTION_HAZARD_RATIO)) {
            blocks.add(line(ratio, "", Rounding::ratio));
        }
        for (Measure measure :
                List.of(Measure.RMST_DIFFERENCE, Measure.RMST_RATIO, Measure.RMTL_DIFFERENCE, Measure.RMTL_RATIO)) {
            for (Result result : contrast.of(measure)) {
                boolean ratio = measure == Measure.RMST_RATIO || measure == Measure.RMTL_RATIO;
                blocks.add(line(result, "", ratio ? Rounding::ratio : value -> SurvivalWords.time(value, result)));
                if (measure == Measure.RMTL_DIFFERENCE) {
                    gain(contrast, result).ifPresent(blocks::add);
                }
            }
        }
        for (Result result : adjusted.of(Measure.RMST_DIFFERENCE)) {
            blocks.add(line(result, "", value -> SurvivalWords.time(value, result)));
        }
        blocks.addAll(tests(contrast.of(Measure.TEST)));
        blocks.addAll(tests(adjusted.of(Measure.TEST)));
        return blocks;
    }

    private static boolean isPenalisable(Result ratio) {
        return ratio.cell(Statistic.ESTIMATE)
                .filter(cell -> PENALISABLE.contains(cell.note()))
                .isPresent();
    }

    /** What a difference in mean time after the event says, and what not. */
    private Optional<Block> gain(Section.Contrast contrast, Result result) {
        String term = result.key().term();
        return result.value(Statistic.ESTIMATE)
                .filter(any -> term.isEmpty() || term.equals(Names.OWN_EVENT))
                .map(difference -> {
                    String size = SurvivalWords.time(Math.abs(difference), result);
                    return new Block.Paragraph(say.words()
                            .get(
                                    difference < 0 ? "survival.loss" : "survival.gain",
                                    contrast.group(),
                                    say.when(size),
                                    contrast.reference(),
                                    say.when(result.key().timepoint()),
                                    say.interval(result)));
                });
    }

    private Block line(Result result, String method, DoubleFunction<String> shown) {
        String name = say.words().get("measure." + result.key().measure().id())
                + (result.key().timepoint().isEmpty()
                        ? ""
                        : " "
                                + say.words()
                                        .get(
                                                "survival.within",
                                                say.when(result.key().timepoint())))
                + say.about(result)
                + method;
        String estimate = say.phrases().number(result, Statistic.ESTIMATE, shown);
        return new Block.Paragraph(
                result.value(Statistic.ESTIMATE).isEmpty()
                        ? say.words().get("survival.line", name, estimate)
                        : say.words()
                                .get(
                                        "survival.line",
                                        name,
                                        estimate + " ("
                                                + say.words()
                                                        .get(
                                                                "ci.of",
                                                                Phrases.level(result),
                                                                say.phrases().interval(result, shown))
                                                + ")"));
    }

    /** Tests, each with what it is about. */
    List<Block> tests(List<Result> tests) {
        List<Block> blocks = new ArrayList<>();
        for (String term :
                tests.stream().map(test -> test.key().term()).distinct().toList()) {
            List<Result> ofTerm = tests.stream()
                    .filter(test -> test.key().term().equals(term))
                    .toList();
            String suffix = say.about(ofTerm.get(0));
            for (Block block : new TestLines(say.words(), false).of(new Section.Contrast("", "", ofTerm))) {
                String text = ((Block.Paragraph) block).text();
                int colon = text.indexOf(':');
                blocks.add(new Block.Paragraph(text.substring(0, colon) + suffix + text.substring(colon)));
            }
        }
        return blocks;
    }
}
