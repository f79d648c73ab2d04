package org.ipstrial.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;

/** What of subgroups is adjusted for covariates, by what stands beside it without. */
final class AdjustedBeside {

    private final ResultTable table;
    private final Section everybody;

    AdjustedBeside(ResultTable table, Section everybody) {
        this.table = table;
        this.everybody = everybody;
    }

    /** The names of the covariates; none where nothing is adjusted. */
    List<String> covariates() {
        return everybody.contrasts().stream()
                .flatMap(contrast -> everybody.adjusted(contrast).results().stream())
                .findFirst()
                .map(AdjustedBeside::covariates)
                .orElse(List.of());
    }

    private static List<String> covariates(Result adjusted) {
        List<String> parts = Names.parts(adjusted.key().term());
        return List.of(parts.get(parts.size() - 1).split(","));
    }

    /** The covariates in words. */
    String shownCovariates() {
        return covariates().stream().map(table::label).collect(Collectors.joining(", "));
    }

    /** The effect among everybody. */
    Optional<Result> everybody(Section.Contrast contrast, Measure scale) {
        return effects(everybody, contrast, scale).stream()
                .filter(effect -> !effect.key().term().startsWith("by="))
                .findFirst();
    }

    /** The effect at a level. */
    Optional<Result> level(Section level, Section.Contrast contrast, Measure scale) {
        return effects(level, contrast, scale).stream().findFirst();
    }

    /** The effects at values of an amount. */
    List<Result> along(Section.Contrast contrast, String by, Measure scale) {
        return effects(everybody, contrast, scale).stream()
                .filter(effect -> effect.key().term().startsWith(by + ";at="))
                .toList();
    }

    private static List<Result> effects(Section section, Section.Contrast contrast, Measure scale) {
        return section.adjusted(contrast).results().stream()
                .filter(result -> result.cells().containsKey(Statistic.ESTIMATE)
                        && (result.key().measure() == scale
                                || scale == Measure.ODDS_RATIO
                                        && result.key().measure() == Measure.CONDITIONAL_ODDS_RATIO))
                .toList();
    }

    /** The test of the same column, contrast and scale. */
    static Optional<Result> test(List<Result> tests, Result unadjusted) {
        return tests.stream()
                .filter(test -> isAdjusted(test)
                        && SubgroupEffects.by(test).equals(SubgroupEffects.by(unadjusted))
                        && SubgroupEffects.scale(test).equals(SubgroupEffects.scale(unadjusted)))
                .findFirst();
    }

    static boolean isAdjusted(Result result) {
        return Names.isAdjusted(result.key().term());
    }
}
