package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code meta}: shared arms, empty cells, printed effects, series, refusals. */
class MetaTest {

    private static final String PUBLISHED = "sample-data/published/ips-trials.csv";
    private static final String HEADER = "study,treatment_events,treatment_n,control_events,control_n\n";

    private static Run given(String csv, String options) {
        return Run.withInput(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                Stream.concat(Stream.of("meta", "-"), Stream.of(options.split(" ")))
                        .toArray(String[]::new));
    }

    private static List<String> rows(Run run, String fragment) {
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out().lines().filter(line -> line.contains(fragment)).toList();
    }

    private static String value(Run run, String fragment) {
        List<String> rows = rows(run, fragment);
        assertThat(rows).as(fragment).hasSize(1);
        return rows.get(0)
                .substring(rows.get(0).indexOf(fragment) + fragment.length())
                .split(",")[0];
    }

    @Test
    void publishedTrialsWithTheSharedArmOnce() {
        Run run = given(read(PUBLISHED), "--measure risk-ratio --shared-control combine --format csv");
        assertThat(run.err()).isEmpty();
        // R 4.2.2 metafor 3.8-1, the two Christensen arms as 213/358: rma(measure = "RR", test = "knha").
        assertThat(Double.parseDouble(value(run, ",pooled,,,,risk-ratio,reml+hartung-knapp,estimate,")))
                .isCloseTo(1.9076690394, within(1e-7));
        assertThat(rows(run, "studies,9,count")).hasSize(1);
        assertThat(rows(run, "treatment-arms-combined")).hasSize(1);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSharedControlArmIsRefusedWithTheChoices() {
        Run run = Run.of("meta", PUBLISHED, "--measure", "risk-ratio");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo(PUBLISHED + ": 'Christensen, IPS' and 'Christensen, enhanced IPS' share the control arm"
                        + " 'Christensen'; wanted each person once, since studies are pooled as if they were independent;"
                        + " give --shared-control combine (their treatment arms as one) or split (the control arm in"
                        + " equal parts) [E507]\n");
    }

    @Test
    void aSplitArmHasTheRatioAndHalfThePeople() {
        Run run = given(
                "study,treatment_events,treatment_n,control_events,control_n,shared_control\n"
                        + "A,5,10,3,9,x\nB,6,10,3,9,x\nC,5,20,4,20,\n",
                "--measure risk-ratio --shared-control split --method reml,mantel-haenszel --format csv");
        // A method that was named has no result.
        assertThat(run.exit()).isEqualTo(6);
        assertThat(run.out().lines().filter(line -> line.contains(",A,,,arm=control,count,,")))
                .satisfiesExactlyInAnyOrder(row -> assertThat(row).contains("assessed,4.5,"), row -> assertThat(row)
                        .contains("events,1.5,"));
        assertThat(run.out())
                .contains(
                        ",A,,,,risk-ratio,katz,estimate,1.5,ratio,,control-arm-split",
                        "risk-ratio,mantel-haenszel,estimate,,ratio,,split-counts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "A,five,10,3,9|'five' stands here; wanted a whole number of people|E500",
                "A,-1,10,3,9|'-1' stands here|E500",
                "A,5,0,3,9|'0' stands here; wanted a whole number of people of at least 1|E500",
                "A,11,10,3,9|11 events among 10 people|E504",
                "A,,10,3,9|an empty cell stands here|E500",
                ",5,10,3,9|an empty cell stands here; wanted the name of the study|E500",
                "pooled,5,10,3,9|wanted the name of the study|E500",
                "=1+1(2),5,10,3,9|is a spreadsheet formula|E237"
            })
    void everyBadCellHasItsLineAndCode(String row, String message, String code) {
        Run run = given(HEADER + "good,1,9,2,9\n" + row + "\n", "--measure risk-ratio");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).startsWith("standard input:3: ").contains(message).endsWith("[" + code + "]\n");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void allFindingsComeInOneRun() {
        Run run = given(
                "study,treatment_events,treatment_n,control_events,control_n,same_people,year\n"
                        + "A,x,9,2,9,m,\nA,10,9,2,9,m,19\nB,1,9,2,0,,\n",
                "--measure odds-ratio");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()
                        .replaceAll("(?s)[^\\[]*\\[(E[0-9]+)]", "$1 ")
                        .strip()
                        .split(" "))
                .containsExactlyInAnyOrder("E500", "E503", "E504", "E500", "E500", "E505");
    }

    @Test
    void missingColumnsAreNamed() {
        Run run = given("study,treatment_events,treatment_n\nA,1,2\n", "--measure risk-ratio");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("control_events").contains("control_n");
    }

    @Test
    void emptyCellsAreDecidedByTheUser() {
        String table = HEADER + "A,0,20,4,20\nB,5,20,4,20\nC,6,20,4,20\nD,0,9,0,9\n";
        Run refused = given(table, "--measure risk-ratio");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err())
                .contains("no risk-ratio can be made of 'A' as it stands, because of empty cells")
                .contains("[E510]")
                .contains("left out, since no risk-ratio can be made of them: 'D' (no-events-in-either-arm)");
        Run half = given(table, "--measure risk-ratio --zero-cells add-half --format csv");
        // (0.5/21) / (4.5/21)
        assertThat(rows(half, ",A,,,,risk-ratio,katz,estimate,0.111111111111111,ratio,,half-added-to-each-cell"))
                .hasSize(1);
        assertThat(half.err()).contains("[W502]").contains("[W501]");
        Run out = given(table, "--measure risk-ratio --zero-cells leave-out --format csv");
        assertThat(rows(out, ",studies,2,count")).hasSize(1);
        Run counted = given(table, "--measure odds-ratio --method peto,mantel-haenszel --format csv");
        assertThat(counted.err()).doesNotContain("E510");
        assertThat(rows(counted, ",pooled,,,,odds-ratio,")).hasSize(6 + 2);
    }

    @Test
    void printedEffectsNeedTheirScale() {
        String table = "study,estimate,conf_low,conf_high\nA,2,1,4\nB,1.5,0.75,3\nC,3,1.5,6\n";
        assertThat(given(table, "--measure estimate").err()).contains("--scale ratio or --scale difference");
        Run run = given(table, "--measure estimate --scale ratio --method inverse-variance --format csv");
        // Limits of one width: the geometric mean, (2 * 1.5 * 3)^(1/3).
        assertThat(rows(run, ",pooled,,,,estimate,inverse-variance,estimate,2.080083823051"))
                .hasSize(1);
        assertThat(given(table.replace("2,1,4", "5,1,4"), "--measure estimate --scale ratio")
                        .err())
                .contains("[E502]");
        assertThat(given(table.replace("2,1,4", "-2,1,4"), "--measure estimate --scale ratio")
                        .err())
                .contains("wanted a ratio above 0");
        assertThat(given(table.replace("2,1,4", "2,,4"), "--measure estimate --scale ratio")
                        .err())
                .contains("[E501]");
        assertThat(given(table, "--measure estimate --scale difference").err()).contains("[W500]");
    }

    @Test
    void theOrderOfTheRowsChangesNothing() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(PUBLISHED)));
        String options = "--measure odds-ratio --shared-control split --subgroup counts --moderator year --cumulative"
                + " --leave-one-out --influence --format csv";
        Run there = given(String.join("\n", lines) + "\n", options);
        Collections.reverse(lines.subList(1, lines.size()));
        Run back = given(String.join("\n", lines) + "\n", options);
        assertThat(back).isEqualTo(there);
        assertThat(there.exit()).isZero();
    }

    @Test
    void changingTheArmsRoundInvertsARatio() {
        Run one = given(HEADER + "A,5,20,4,25\nB,9,20,4,25\nC,7,22,4,25\n", "--measure odds-ratio --format csv");
        Run other = given(HEADER + "A,4,25,5,20\nB,4,25,9,20\nC,4,25,7,22\n", "--measure odds-ratio --format csv");
        String key = ",pooled,,,,odds-ratio,reml,estimate,";
        assertThat(Double.parseDouble(value(one, key)) * Double.parseDouble(value(other, key)))
                .isBetween(1 - 1e-12, 1 + 1e-12);
    }

    @Test
    void oneStudyAndTwo() {
        Run one = given(HEADER + "A,5,20,4,20\n", "--measure risk-ratio");
        assertThat(one.exit()).isZero();
        assertThat(one.out()).contains("Risk ratio, one study").contains("not estimable: fewer than two studies");
        Run two = given(HEADER + "A,5,20,4,20\nB,8,20,4,20\n", "--measure risk-ratio");
        assertThat(two.exit()).isZero();
        assertThat(two.out()).contains("none: fewer than three studies");
    }

    @Test
    void testsOfSmallStudiesWantTen() {
        String table = HEADER + "A,5,20,4,20\nB,8,20,4,30\nC,9,40,4,20\n";
        Run refused = given(table, "--measure odds-ratio --small-study egger");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err())
                .contains("a test of small studies with 3 studies")
                .contains("[E512]");
        Run run = given(
                table,
                "--measure odds-ratio --small-study egger,harbord,peters --allow E512 --because asked --format csv");
        assertThat(rows(run, "fewer-than-ten-studies")).hasSize(3);
    }

    /** Fourteen studies, the smaller the larger their effect; R 4.2.2 metafor 3.8-1: ranktest(), trimfill(). */
    private static final String LEANING =
            "study,estimate,std_error\nA,0.10,0.05\nB,0.14,0.07\nC,0.05,0.08\nD,0.22,0.10\n"
                    + "E,0.30,0.13\nF,0.12,0.15\nG,0.45,0.17\nH,0.38,0.20\nI,0.60,0.24\nJ,0.71,0.27\nK,0.55,0.31\nL,0.93,0.36\n"
                    + "M,1.10,0.42\nO,0.84,0.47\n";

    @Test
    void rankCorrelationHasNoLimitsAndSaysWhatItsPIsOf() {
        Run run = given(LEANING, "--measure estimate --scale difference --small-study begg --format csv");
        assertThat(rows(run, ",small-study-test,begg,")).hasSize(2);
        assertThat(Double.parseDouble(value(run, ",small-study-test,begg,estimate,")))
                .isCloseTo(0.736263736264, within(1e-9));
        assertThat(Double.parseDouble(value(run, ",small-study-test,begg,p.value,")))
                .isCloseTo(7.7242876722e-05, within(1e-9));
        assertThat(rows(run, ",small-study-test,begg,p.value,").get(0)).endsWith(",p,,exact");
        assertThat(given(LEANING, "--measure estimate --scale difference --small-study begg")
                        .out())
                .contains("Begg and Mazumdar's rank test: Kendall's tau 0.74, p < 0.0001.");
    }

    @Test
    void trimAndFillStandsBesideThePooledEffectAsAnAdjustment() {
        Run run = given(
                LEANING,
                "--measure estimate --scale difference --method reml,dersimonian-laird,inverse-variance"
                        + " --small-study trim-and-fill --format csv");
        String term = ",pooled,,,adjustment=trim-and-fill,";
        assertThat(rows(run, term + "filled-studies,reml,estimate,").get(0)).endsWith(",6,count,,filled-below");
        assertThat(rows(run, term + "filled-studies,inverse-variance,").get(0)).endsWith(",6,count,,filled-below");
        assertThat(Double.parseDouble(value(run, term + "estimate,reml,estimate,")))
                .isCloseTo(0.18062709058, within(1e-9));
        assertThat(Double.parseDouble(value(run, term + "estimate,reml,std.error,")))
                .isCloseTo(0.08431515057, within(1e-9));
        assertThat(Double.parseDouble(value(run, term + "tau-squared,reml,estimate,")))
                .isCloseTo(0.08543310358, within(1e-9));
        assertThat(Double.parseDouble(value(run, term + "estimate,inverse-variance,conf.high,")))
                .isCloseTo(0.20115768190, within(1e-9));
        assertThat(given(LEANING, "--measure estimate --scale difference --small-study trim-and-fill")
                        .out())
                .contains("Trim and fill: an adjustment, not a correction")
                .contains("it fills in studies that never were")
                .contains("6 with smaller effects");
    }

    /** Of a ratio the logarithm stands beside it, as it does without the adjustment. */
    @Test
    void trimAndFillOfARatioHasTheLogarithmToo() {
        String ten = IntStream.range(0, 10)
                .mapToObj(i -> "S" + i + "," + (3 + i) + "," + (30 + 5 * i) + "," + (2 + i % 4) + ",40\n")
                .collect(Collectors.joining("", HEADER, ""));
        Run run = given(ten, "--measure risk-ratio --method reml --small-study trim-and-fill --format csv");
        double ratio = Double.parseDouble(value(run, ",adjustment=trim-and-fill,risk-ratio,reml,estimate,"));
        double logarithm =
                Double.parseDouble(value(run, ",adjustment=trim-and-fill;scale=log,risk-ratio,reml,estimate,"));
        assertThat(Math.log(ratio)).isCloseTo(logarithm, within(1e-12));
        assertThat(rows(run, ",adjustment=trim-and-fill;scale=log,risk-ratio,reml,std.error,"))
                .hasSize(1);
    }

    @Test
    void trimAndFillWantsTenStudiesAndEffectsWithVariances() {
        String table = HEADER + "A,5,20,4,20\nB,8,20,4,30\nC,9,40,4,20\n";
        Run few = given(table, "--measure odds-ratio --small-study trim-and-fill");
        assertThat(few.exit()).isEqualTo(3);
        assertThat(few.err()).contains("[E512]");
        Run accepted =
                given(table, "--measure odds-ratio --small-study begg,trim-and-fill --allow E512 --because asked");
        assertThat(accepted.exit()).as(accepted.err()).isZero();
        assertThat(accepted.out()).contains("So few do not tell what a funnel lacks.");
        Run counts = given(
                table, "--measure odds-ratio --method peto --small-study trim-and-fill --allow E512 --because asked");
        assertThat(counts.exit()).isEqualTo(3);
        assertThat(counts.err())
                .contains(
                        "-: trim-and-fill and no method that pools effects with their variances; wanted one, since counts"
                                + " cannot be filled in; name one in --method besides, such as reml, or leave out --small-study"
                                + " trim-and-fill [E519]");
    }

    /** A funnel is drawn from ten studies on, of fewer only where a test of small studies is asked for and accepted. */
    @Test
    void aFunnelOfFewStudiesIsDrawnOnRequestOnly() {
        String few = IntStream.range(0, 9)
                .mapToObj(i -> "S" + i + "," + (3 + i) + ",40," + (2 + i % 4) + ",40\n")
                .collect(Collectors.joining("", HEADER, ""));
        String title = "Risk ratio of each study against its standard error";
        assertThat(given(few, "--measure risk-ratio").out()).doesNotContain(title);
        assertThat(given(few, "--measure risk-ratio --small-study egger --allow E512 --because asked")
                        .out())
                .contains(title);
        String enough = few + "S9,7,40,5,40\n";
        assertThat(given(enough, "--measure risk-ratio").out()).contains(title);
        assertThat(given(enough, "--measure risk-ratio --format html").out()).contains("<circle");
        assertThat(given(enough, "--measure risk-ratio --format json").out()).contains("\"funnel-limits\"");
    }

    /** The sides of the funnel are the normal limits of a study of the largest standard error about the pooled effect. */
    @Test
    void theSidesOfTheFunnelAreTheLimitsOfTheLeastPreciseStudy() {
        String json = given(
                        "study,estimate,std_error\nA,1,0.5\nB,3,1\nC,2,2\n",
                        "--measure estimate --scale difference --method inverse-variance --format json")
                .out();
        // (4 * 1 + 3 + 0.25 * 2) / 5.25, and twice 1.959963984540054 to either side.
        assertThat(json)
                .contains("\"funnel-limits\", \"columns\": {\"std.error\": [0, 2],"
                        + " \"estimate\": [1.42857142857143, 1.42857142857143],"
                        + " \"conf.low\": [1.42857142857143, -2.49135654050868],"
                        + " \"conf.high\": [1.42857142857143, 5.34849939765154]}");
    }

    /** Of more studies than a figure holds two thousand are drawn, and that is said. */
    @Test
    void aFunnelOfManyStudiesIsThinned() {
        String table = IntStream.range(0, 2500)
                .mapToObj(i -> "S" + i + "," + (3 + i % 17) + "," + (40 + i) + "," + (2 + i % 11) + ",40\n")
                .collect(Collectors.joining("", HEADER, ""));
        String html = given(table, "--measure risk-ratio --format html").out();
        assertThat(html).contains("2000 of 2500 studies are drawn");
        assertThat(html.split("<circle", -1)).hasSize(2001);
    }

    @Test
    void moderatorsOfWordsAndNumbersMixedAreRefused() {
        String table = "study,treatment_events,treatment_n,control_events,control_n,m\n"
                + "A,5,20,4,20,1\nB,8,20,4,30,two\nC,9,40,4,20,3\nD,9,40,4,20,3\n";
        assertThat(given(table, "--measure odds-ratio --moderator m").err())
                .contains("3 studies have a number in this column and 1 have words")
                .contains("[E506]");
        assertThat(given(table.replace("two", "1"), "--measure odds-ratio --moderator m,m")
                        .err())
                .contains("[E511]");
    }

    @Test
    void meansWithASharedControlArm() {
        Run run = given(
                "study,treatment_mean,treatment_sd,treatment_n,control_mean,control_sd,control_n,shared_control\n"
                        + "A,2,1,3,1,1,9,x\nB,6,1.4142135623730951,2,1,1,9,x\nC,3,1,20,1,1,20,\nD,2,1,20,1,1,20,\n",
                "--measure mean-difference --shared-control combine --format csv");
        assertThat(rows(run, ",A + B,,,,mean-difference,wald,estimate,2.6,")).hasSize(1);
    }

    @Test
    void tenThousandStudiesArePooled() {
        String table = IntStream.range(0, 10_000)
                .mapToObj(i -> "S" + i + "," + (3 + i % 17) + ",40," + (2 + i % 11) + ",40\n")
                .collect(Collectors.joining("", HEADER, ""));
        Run run = given(table, "--measure risk-ratio");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("10000 studies are in the table of results; a figure holds 200 at most.");
    }
}
