package org.ipstrial.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;

/**
 * The results of one outcome within everybody or one stratum.
 *
 * @param outcome the outcome
 * @param stratum the stratum, or empty
 * @param results its results, in the order of the table
 */
record Section(String outcome, String stratum, List<Result> results) {

    /** Sets of which no plan says that they are people who were randomised. */
    private static final List<String> NOT_RANDOMISED = List.of("all-rows", "as-given");

    private static final String IMPUTED = "multiple-imputation";

    /** The sections of a table, in its order. */
    static List<Section> of(ResultTable table) {
        Map<List<String>, List<Result>> sections = new LinkedHashMap<>();
        for (Result result : table.results()) {
            // The hypotheses of a plan go over sections, and have a table of their own.
            if (Names.isHypothesis(result.key().term())) {
                continue;
            }
            sections.computeIfAbsent(
                            List.of(result.key().outcome(), result.key().stratum()), any -> new ArrayList<>())
                    .add(result);
        }
        return sections.entrySet().stream()
                .map(entry -> new Section(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
                .toList();
    }

    /** The arms, in order. */
    List<String> arms() {
        return results.stream()
                .filter(result -> result.key().measure() == Measure.COUNT)
                .map(result -> result.key().group())
                .distinct()
                .toList();
    }

    /** How many people of each arm are in each stratum, by stratum. */
    Map<String, List<Result>> strata() {
        Map<String, List<Result>> strata = new LinkedHashMap<>();
        results.stream()
                .filter(result -> result.key().measure() == Measure.STRATUM_COUNT
                        && result.key().reference().isEmpty()
                        && !isAtOutcomeLevel(result))
                .forEach(result -> strata.computeIfAbsent(result.key().term(), any -> new ArrayList<>())
                        .add(result));
        return strata;
    }

    /** One contrast's results, the fillings of missing outcomes apart, and what is combined over strata. */
    record Contrast(String group, String reference, List<Result> results) {

        private static boolean isOverStrata(Result result) {
            return Names.isStrata(result.key().term())
                    || result.key().measure() == Measure.STRATUM_COUNT
                    || result.key().measure() == Measure.INTERACTION_TEST;
        }

        private static boolean isAdjusted(Result result) {
            return Names.isAdjusted(result.key().term()) && !isAtCut(result);
        }

        private static boolean isAtCut(Result result) {
            return Names.isAtCut(result.key().term());
        }

        private static boolean isImputed(Result result) {
            return result.key().missingRule().equals(IMPUTED);
        }

        private Contrast of(Predicate<Result> kind) {
            return new Contrast(group, reference, results.stream().filter(kind).toList());
        }

        private static boolean isAlong(Result result) {
            return Names.isAlong(result.key().term()) || result.key().measure() == Measure.EFFECT_SLOPE;
        }

        /** The results that are of everybody as one. */
        Contrast plain() {
            return of(result -> !isOverStrata(result)
                    && !isAdjusted(result)
                    && !isAtCut(result)
                    && !isAlong(result)
                    && !isImputed(result));
        }

        /** The effects along amounts. */
        Contrast along() {
            return of(Contrast::isAlong);
        }

        /** The results with covariates in the model. */
        Contrast adjusted() {
            return of(Contrast::isAdjusted);
        }

        /** The odds ratios of being above each of several levels. */
        Contrast atCuts() {
            return of(Contrast::isAtCut);
        }

        /** The results of missing outcomes imputed many times. */
        Contrast imputed() {
            return of(Contrast::isImputed);
        }

        /** The results that are combined over strata. */
        Contrast overStrata() {
            return of(Contrast::isOverStrata);
        }

        /** The results of a measure. */
        List<Result> of(Measure measure) {
            return results.stream()
                    .filter(result -> result.key().measure() == measure && primary(result))
                    .toList();
        }

        /** The risk differences under other rules for missing outcomes. */
        List<Result> fillings() {
            return fillings(Measure.RISK_DIFFERENCE);
        }

        /** The effects of a measure under other rules for missing outcomes. */
        List<Result> fillings(Measure measure) {
            return results.stream()
                    .filter(result -> result.key().measure() == measure && !primary(result))
                    .toList();
        }

        /** Whether a result stands under the rule of the analysis, which is that of its first result. */
        private boolean primary(Result result) {
            return result.key().missingRule().equals(results.get(0).key().missingRule());
        }
    }

    /** The contrasts, in order, of everybody as one. */
    List<Contrast> contrasts() {
        return allContrasts().stream().map(Contrast::plain).toList();
    }

    /** What is combined over strata in a contrast. */
    Contrast overStrata(Contrast contrast) {
        return whole(contrast).overStrata();
    }

    /** How the effect of a contrast changes along amounts. */
    Contrast along(Contrast contrast) {
        return whole(contrast).along();
    }

    /** What is adjusted for covariates in a contrast. */
    Contrast adjusted(Contrast contrast) {
        return whole(contrast).adjusted();
    }

    /** What a contrast is at each cut of the outcome. */
    Contrast atCuts(Contrast contrast) {
        return whole(contrast).atCuts();
    }

    /** What comes of imputing in a contrast. */
    Contrast imputed(Contrast contrast) {
        return whole(contrast).imputed();
    }

    private Contrast whole(Contrast contrast) {
        return allContrasts().stream()
                .filter(any ->
                        any.group().equals(contrast.group()) && any.reference().equals(contrast.reference()))
                .findFirst()
                .orElseThrow();
    }

    /** The counts at each level of the covariates, and those who lack them, each with the results of the arms. */
    Map<String, List<Result>> covariates() {
        Map<String, List<Result>> groups = new LinkedHashMap<>();
        results.stream()
                .filter(result -> result.key().measure() == Measure.COVARIATE_COUNT && !isAtOutcomeLevel(result))
                .forEach(result -> groups.computeIfAbsent(result.key().term(), any -> new ArrayList<>())
                        .add(result));
        return groups;
    }

    /** The columns of covariates that a model could not use. */
    List<Result> unusedColumns() {
        return results.stream()
                .filter(result -> result.key().measure() == Measure.COVARIATE)
                .toList();
    }

    /** The tests of all arms at once. */
    List<Result> overAllArms() {
        return results.stream().filter(AllArmsLines::isOverAllArms).toList();
    }

    private List<Contrast> allContrasts() {
        Map<List<String>, List<Result>> contrasts = new LinkedHashMap<>();
        for (Result result : results) {
            if (!result.key().reference().isEmpty()) {
                contrasts
                        .computeIfAbsent(
                                List.of(result.key().group(), result.key().reference()), any -> new ArrayList<>())
                        .add(result);
            }
        }
        return contrasts.entrySet().stream()
                .map(entry -> new Contrast(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
                .toList();
    }

    /** The results of one arm and measure, of everybody or of another set, about nothing more or about a term. */
    List<Result> of(String arm, Measure measure, String analysisSet, String term) {
        return results.stream()
                .filter(result -> result.key().group().equals(arm)
                        && result.key().reference().isEmpty()
                        && result.key().measure() == measure
                        && result.key().term().equals(term)
                        && (analysisSet.isEmpty() || result.key().analysisSet().equals(analysisSet)))
                .toList();
    }

    /** The first of those. */
    Optional<Result> first(String arm, Measure measure) {
        return of(arm, measure, "", "").stream().findFirst();
    }

    /** Whether a plan says that the rows are the people who were randomised. */
    boolean isRandomised() {
        return results.stream()
                .noneMatch(result -> NOT_RANDOMISED.contains(result.key().analysisSet()));
    }

    /** Whether people are counted who are at one level of the outcome: nothing more is told of them. */
    private static boolean isAtOutcomeLevel(Result result) {
        return result.cells().keySet().equals(Set.of(Statistic.ASSESSED));
    }

    /** The terms of the levels of an outcome that has some, the lowest first. */
    List<String> levels() {
        return results.stream()
                .filter(result -> result.key().measure() == Measure.COUNT)
                .map(result -> result.key().term())
                .filter(Names::isLevel)
                .distinct()
                .toList();
    }

    /** Whether the outcome is an amount. */
    boolean isAmount() {
        return results.stream().anyMatch(result -> result.key().measure() == Measure.SUMMARY);
    }
}
