package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code meta} where cells are empty, against metafor 3.8-1 under R 4.2.2: the cases of its file
 * {@code test_misc_handling_of_edge_cases_due_to_zeros.r}, and studies of which some have an empty cell.
 */
class MetaZeroCellsTest {

    private static final String HEADER = "study,treatment_events,treatment_n,control_events,control_n\n";
    private static final String NEVER = HEADER + "A,0,10,0,10\nB,0,15,0,10\nC,0,20,0,30\nD,0,25,0,20\n";
    private static final String ALWAYS = HEADER + "A,10,10,10,10\nB,15,15,10,10\nC,20,20,30,30\nD,25,25,20,20\n";
    private static final String SOME = HEADER + "A,0,20,4,22\nB,3,40,6,38\nC,5,30,0,31\nD,0,25,0,24\nE,12,60,9,58\n";

    private static List<String> given(String csv, String options) {
        Run run = Run.withInput(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                Stream.concat(Stream.of("meta", "-", "--format", "csv"), Stream.of(options.split(" ")))
                        .toArray(String[]::new));
        // 6: there is a table, but no number was asked for that exists.
        assertThat(run.exit()).as(run.err()).isIn(0, 6);
        return run.out().lines().toList();
    }

    private static String cells(List<String> rows, String key) {
        List<String> found = rows.stream().filter(row -> row.contains(key)).toList();
        assertThat(found).as(key).hasSize(1);
        return found.get(0).substring(found.get(0).indexOf(key) + key.length());
    }

    private static double number(List<String> rows, String key) {
        return Double.parseDouble(cells(rows, key).split(",")[0]);
    }

    /** Where metafor has NA or stops there is no number here either, but the reason; where it has 0, so has this. */
    @ParameterizedTest
    @CsvSource({
        "never, odds-ratio, mantel-haenszel, no-events-in-either-arm",
        "never, risk-ratio, mantel-haenszel, no-events-in-either-arm",
        "never, odds-ratio, peto, no-informative-stratum",
        "always, odds-ratio, mantel-haenszel, all-events-in-both-arms",
        "always, odds-ratio, peto, no-informative-stratum",
        "never, odds-ratio, glmm, no-informative-stratum",
        "always, odds-ratio, glmm, no-informative-stratum",
        "never, odds-ratio, glmm-conditional, no-informative-stratum",
        "always, odds-ratio, glmm-conditional, no-informative-stratum"
    })
    void whereMetaforHasNoNumberThereIsAReason(String which, String measure, String method, String reason) {
        List<String> rows =
                given(which.equals("never") ? NEVER : ALWAYS, "--measure " + measure + " --method " + method);
        assertThat(cells(rows, ",pooled,,,," + measure + "," + method + ",estimate,"))
                .isEqualTo(",ratio,," + reason);
    }

    @ParameterizedTest
    @CsvSource({"never, risk-difference, 0", "always, risk-difference, 0", "always, risk-ratio, 1"})
    void whereMetaforHasNoEffectSoHasThis(String which, String measure, double expected) {
        List<String> rows =
                given(which.equals("never") ? NEVER : ALWAYS, "--measure " + measure + " --method mantel-haenszel");
        assertThat(number(rows, ",pooled,,,," + measure + ",mantel-haenszel,estimate,"))
                .isEqualTo(expected);
    }

    /** rma(method = "EE") with its own half, of the measures for which these studies have an effect here too. */
    @ParameterizedTest
    @CsvSource({
        "never, risk-difference, -0.000128551601811, 0.0261562526575",
        "always, risk-difference, 0.000128551601811, 0.0261562526575",
        "always, risk-ratio, 9.67944799045e-05, 0.0268534170565"
    })
    void oneHalfInEveryCellOfStudiesThatAreAllAlike(String which, String measure, double estimate, double error) {
        List<String> rows = given(
                which.equals("never") ? NEVER : ALWAYS,
                "--measure " + measure + " --method inverse-variance --zero-cells add-half");
        String key = measure.equals("risk-ratio") ? ",pooled,,,scale=log," : ",pooled,,,,";
        assertThat(number(rows, key + measure + ",inverse-variance,estimate,")).isCloseTo(estimate, within(1e-14));
        assertThat(number(rows, key + measure + ",inverse-variance,std.error,")).isCloseTo(error, within(1e-12));
    }

    /**
     * Of ratios: rma(method = "EE", add = 1/2, to = "only0", drop00 = TRUE) and, for leave-out, the studies whose effect
     * escalc(to = "none") can compute.
     */
    @ParameterizedTest
    @CsvSource({
        "odds-ratio, add-half, 4, -0.003545042702, 0.380468782963",
        "odds-ratio, leave-out, 2, -0.032073079819, 0.407091086927",
        "risk-ratio, add-half, 4, 0.008544231520, 0.326178504775",
        "risk-ratio, leave-out, 2, -0.009261801106, 0.343850656577"
    })
    void studiesWithOneEmptyCell(String measure, String zeros, int studies, double estimate, double error) {
        List<String> rows = given(SOME, "--measure " + measure + " --method inverse-variance --zero-cells " + zeros);
        String key = ",pooled,,,scale=log," + measure + ",inverse-variance,";
        assertThat(number(rows, ",pooled,,,,count,,studies,")).isEqualTo(studies);
        assertThat(number(rows, key + "estimate,")).isCloseTo(estimate, within(5e-13));
        assertThat(number(rows, key + "std.error,")).isCloseTo(error, within(5e-13));
    }

    /**
     * A difference exists with one empty cell, so that nothing is added to it: only the study without events gets its
     * halves. metafor's to = "only0" adds to all three with an empty cell and pools 0.001683557153.
     */
    @Test
    void differencesGetNothingAddedThatTheyDoNotNeed() {
        List<String> half = given(SOME, "--measure risk-difference --method inverse-variance --zero-cells add-half");
        assertThat(number(half, ",pooled,,,,risk-difference,inverse-variance,estimate,"))
                .isCloseTo(0.001309834242, within(5e-13));
        assertThat(number(half, ",pooled,,,,risk-difference,inverse-variance,std.error,"))
                .isCloseTo(0.026533124525, within(5e-13));
        List<String> out = given(SOME, "--measure risk-difference --method inverse-variance --zero-cells leave-out");
        assertThat(number(out, ",pooled,,,,risk-difference,inverse-variance,estimate,"))
                .isCloseTo(0.003127129557, within(5e-13));
        assertThat(number(out, ",pooled,,,,risk-difference,inverse-variance,std.error,"))
                .isCloseTo(0.036323184502, within(5e-13));
    }

    /** rma.mh and rma.peto, which need nothing added; the logarithms are theirs. */
    @ParameterizedTest
    @CsvSource({
        "odds-ratio, mantel-haenszel, 0.039951284934",
        "risk-ratio, mantel-haenszel, 0.035244390180",
        "odds-ratio, peto, 0.040541411291"
    })
    void methodsOfCountsNeedNothing(String measure, String method, double logarithm) {
        List<String> rows = given(SOME, "--measure " + measure + " --method " + method);
        assertThat(Math.log(number(rows, ",pooled,,,," + measure + "," + method + ",estimate,")))
                .isCloseTo(logarithm, within(5e-13));
    }

    @Test
    void theDifferenceOfMantelAndHaenszelNeedsNothing() {
        List<String> rows = given(SOME, "--measure risk-difference --method mantel-haenszel");
        assertThat(number(rows, ",pooled,,,,risk-difference,mantel-haenszel,estimate,"))
                .isCloseTo(0.003943507321, within(5e-13));
        assertThat(number(rows, ",pooled,,,,risk-difference,mantel-haenszel,std.error,"))
                .isCloseTo(0.033693549740, within(5e-13));
    }
}
