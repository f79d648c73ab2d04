package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code meta} by models of the counts, the excess of significant studies, and differences without any variance. */
class MetaCountModelsTest {

    private static final String HEADER = "study,treatment_events,treatment_n,control_events,control_n\n";
    private static final String SPARSE =
            HEADER + "A,3,20,9,22\nB,1,15,0,14\nC,8,30,7,31\nD,2,12,6,12\nE,0,9,4,10\nF,0,12,0,12\n";

    private static Run given(String csv, String options) {
        return Run.withInput(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                Stream.concat(Stream.of("meta", "-"), Stream.of(options.split(" ")))
                        .toArray(String[]::new));
    }

    private static String cells(Run run, String key) {
        List<String> found = run.out().lines().filter(row -> row.contains(key)).toList();
        assertThat(found).as(key + " in " + run.out()).hasSize(1);
        return found.get(0).substring(found.get(0).indexOf(key) + key.length());
    }

    private static double number(Run run, String key) {
        return Double.parseDouble(cells(run, key).split(",")[0]);
    }

    /** Empty cells are refused for no model of counts; what a study without events tells is said. */
    @Test
    void emptyCellsNeedNothing() {
        Run run = given(SPARSE, "--measure odds-ratio --method glmm,glmm-conditional --format csv");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("left out, since no odds-ratio can be made of them: 'F' (no-events-in-either-arm)")
                .doesNotContain("E510");
        for (String method : List.of("glmm", "glmm-conditional")) {
            double ratio = number(run, ",pooled,,,,odds-ratio," + method + ",estimate,");
            assertThat(Math.log(ratio))
                    .isCloseTo(number(run, ",pooled,,,scale=log,odds-ratio," + method + ",estimate,"), within(1e-12));
            assertThat(number(run, ",pooled,,,scale=log,odds-ratio," + method + ",std.error,"))
                    .isPositive();
            assertThat(number(run, ",pooled,,,,tau-squared," + method + ",estimate,"))
                    .isNotNegative();
            assertThat(cells(run, ",pooled,,,,heterogeneity-test," + method + ",df,"))
                    .startsWith("4,");
            assertThat(number(run, ",pooled,,,,prediction-interval," + method + ",conf.high,"))
                    .isGreaterThan(ratio);
        }
        assertThat(run.out()).contains(",pooled,,,,count,,studies,5,").doesNotContain("i-squared");
    }

    @Test
    void theRefusalOfEmptyCellsNamesAWayOut() {
        Run refused = given(SPARSE, "--measure odds-ratio");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err())
                .contains("--method that needs neither: mantel-haenszel, peto or glmm-conditional [E510]");
        assertThat(given(SPARSE, "--measure odds-ratio --method glmm-conditional")
                        .exit())
                .isZero();
    }

    @Test
    void thePageOfAModelOfCounts() {
        Run run = given(SPARSE, "--measure odds-ratio --method glmm-conditional+profile");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("Odds ratio, 5 studies");
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("Mixed model of the group's events given those of both arms, exact likelihood")
                .contains(
                        "by the model of the counts, without limits; likelihood ratio test that all have one odds ratio");
        assertThat(given(SPARSE, "--measure odds-ratio --method glmm-common").exit())
                .isZero();
        for (String language : List.of("da", "sv", "nb")) {
            assertThat(given(SPARSE, "--measure odds-ratio --method glmm --language " + language)
                            .exit())
                    .isZero();
        }
    }

    /** Each study that tells anything at its end, on one side: a method was named and has no number. */
    @Test
    void separationHasItsReason() {
        Run run = given(
                HEADER + "A,0,20,9,22\nB,0,15,3,14\n", "--measure odds-ratio --method glmm,glmm-common --format csv");
        assertThat(run.exit()).isEqualTo(6);
        assertThat(cells(run, ",pooled,,,,odds-ratio,glmm,estimate,")).isEqualTo(",ratio,,separation");
        assertThat(cells(run, ",pooled,,,,odds-ratio,glmm-common,estimate,")).isEqualTo(",ratio,,separation");
        assertThat(given(HEADER + "A,0,20,9,22\nB,0,15,3,14\n", "--measure odds-ratio --method glmm")
                        .out())
                .contains("not estimable");
    }

    /** A control arm that is split is of no whole people, and has no such likelihood. */
    @Test
    void splitArmsHaveNone() {
        Run run = given(
                "study,treatment_events,treatment_n,control_events,control_n,shared_control\n"
                        + "A,5,10,3,9,x\nB,6,10,3,9,x\nC,5,20,4,20,\n",
                "--measure odds-ratio --shared-control split --method glmm --format csv");
        assertThat(run.exit()).isEqualTo(6);
        assertThat(cells(run, ",pooled,,,,odds-ratio,glmm,estimate,")).isEqualTo(",ratio,,split-counts");
        assertThat(cells(run, ",pooled,,,,heterogeneity-test,glmm,p.value,")).isEqualTo(",p,,split-counts");
    }

    @Test
    void modelsAreOfOddsRatios() {
        Run run = given(SPARSE, "--measure risk-ratio --method glmm");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("glmm").contains("[E012]");
    }

    @Test
    void withinSubgroupsToo() {
        Run run = given(
                "study,treatment_events,treatment_n,control_events,control_n,where\n"
                        + "A,3,20,9,22,x\nB,1,15,0,14,x\nC,8,30,7,31,y\nD,2,12,6,12,y\nE,0,9,4,10,x\n",
                "--measure odds-ratio --method glmm-conditional --subgroup where --format csv");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(number(run, ",pooled,,where=x,,odds-ratio,glmm-conditional,estimate,"))
                .isPositive();
    }

    private static final String TEN = IntStream.range(0, 10)
            .mapToObj(i -> "S" + i + "," + (9 + i) + ",30," + (2 + i % 4) + ",30\n")
            .collect(Collectors.joining("", HEADER, ""));

    @Test
    void excessOfSignificantStudies() {
        String tests = "excess-significance,excess-significance-chi-squared,excess-significance-binomial";
        Run run = given(TEN, "--measure risk-ratio --small-study " + tests + " --format csv");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(cells(run, ",pooled,,,,significant-studies,observed,estimate,"))
                .isEqualTo("8,count,,");
        assertThat(number(run, ",pooled,,,,significant-studies,expected,estimate,"))
                .isBetween(5.0, 10.0);
        for (String test : tests.split(",")) {
            assertThat(number(run, ",pooled,,,,small-study-test," + test + ",p.value,"))
                    .isBetween(0.0, 0.5);
        }
        String page = given(TEN, "--measure risk-ratio --small-study excess-significance")
                .out();
        assertThat(page.replaceAll("\\s+", " "))
                .contains("Test of excess significance, exact: 8 studies have p at most 0.05,")
                .contains("it says nothing on any single study");
    }

    @Test
    void excessOfFewStudiesIsRefusedAsTheOthersAre() {
        String few = HEADER + "A,5,20,4,20\nB,8,20,4,30\nC,9,40,4,20\n";
        Run refused = given(few, "--measure odds-ratio --small-study excess-significance");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("[E512]");
        Run accepted = given(
                few,
                "--measure odds-ratio --small-study excess-significance --allow E512 --because asked --format csv");
        assertThat(cells(accepted, ",significant-studies,observed,estimate,"))
                .isEqualTo("1,count,,fewer-than-ten-studies");
        assertThat(given(few, "--measure odds-ratio --small-study excess-significance --allow E512 --because asked")
                        .out())
                .contains("Fewer than ten studies: accepted on the record.");
    }

    /** Nobody, or everybody, had the event: a difference of 0 without variance has no limits. R metafor 3.8-1: 0 to 0. */
    @ParameterizedTest
    @CsvSource({
        "A;0;10;0;10 B;0;15;0;10, risk-difference, 0",
        "A;10;10;10;10 B;15;15;10;10, risk-difference, 0",
        "A;10;10;10;10 B;15;15;10;10, risk-ratio, 1",
        "A;10;10;0;10 B;15;15;0;10, risk-difference, 1"
    })
    void withoutVarianceThereAreNoLimits(String rows, String measure, String estimate) {
        Run run = given(
                HEADER + rows.replace(';', ',').replace(" ", "\n") + "\n",
                "--measure " + measure + " --method mantel-haenszel --format csv");
        assertThat(run.exit()).as(run.err()).isEqualTo(6);
        String key = ",pooled,,,," + measure + ",mantel-haenszel,";
        assertThat(cells(run, key + "estimate,")).startsWith(estimate + ",");
        assertThat(cells(run, key + "conf.low,")).startsWith(",").endsWith(",,no-variance");
        assertThat(cells(run, key + "conf.high,")).startsWith(",").endsWith(",,no-variance");
    }
}
