package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outcomes of ordered levels through the real program. */
class OrdinalTest {

    private static final Path DATA = Path.of("src/test/resources/ordinal/bands.csv");

    @TempDir
    private Path folder;

    private static Run compare(String... more) {
        return Run.of(Stream.concat(
                        Stream.of(
                                "compare",
                                DATA.toString(),
                                "--control",
                                "SAU",
                                "--outcome",
                                "band",
                                "--kind",
                                "ordinal"),
                        Stream.of(more))
                .toList());
    }

    private Path data(String... values) throws IOException {
        StringBuilder text = new StringBuilder("id,arm,band\n");
        for (int i = 0; i < values.length; i++) {
            text.append("Z9QK")
                    .append(i)
                    .append(i % 2 == 0 ? ",IPS," : ",SAU,")
                    .append(values[i])
                    .append('\n');
        }
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    private Run read(String... values) throws IOException {
        return Run.of(
                "compare",
                data(values).toString(),
                "--control",
                "SAU",
                "--outcome",
                "band",
                "--kind",
                "ordinal",
                "--format",
                "csv");
    }

    private Run plan(String outcome, String analysis) throws IOException {
        data("none", "some", "much", "some", "", "none", "much", "none", "some", "much");
        Path plan = folder.resolve("trial.yaml");
        Files.writeString(plan, """
                trial: Bands
                participants: {file: data.csv, arm: {control: SAU}}
                outcomes:
                  band: OUTCOME
                analyses:
                  - ANALYSIS
                """.replace("OUTCOME", outcome).replace("ANALYSIS", analysis));
        return Run.of("compare", plan.toString(), "--format", "csv");
    }

    private String said(Run run) {
        return run.err().replace(folder.toString() + "/", "");
    }

    @Test
    void aColumnOfWholeNumbersIsReadAsLevelsInTheirOrder() throws IOException {
        Run run = read("1", "1", "2", "1", "10.0", "1", "10", "2", "10", "10", "");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out().lines().filter(line -> line.contains(",count,,events,") && line.contains(",IPS,")))
                .extracting(line -> line.split(",")[8] + " " + line.split(",")[12])
                .containsExactly("level=1 1", "level=2 1", "level=10 3");
        // Newton's method in mpmath 1.3.0 with 40 digits; the pairs that IPS wins, ties one half.
        assertThat(Double.parseDouble(run.value("IPS", "SAU", "proportional-odds", "estimate")))
                .isCloseTo(6, within(1e-12));
        assertThat(Double.parseDouble(run.value("IPS", "SAU", "proportional-odds", "conf.high")))
                .isCloseTo(75.34383420497028, within(1e-10));
        assertThat(run.value("IPS", "SAU", "mann-whitney", "statistic")).isEqualTo("18.5");
    }

    @Test
    void whatIsNoWholeNumberIsRefusedWithAdvice() throws IOException {
        assertThat(said(read("low", "high", "low", "mid")))
                .isEqualTo(
                        "data.csv: band (3): the levels are text: 'high' (1), 'low' (2), 'mid' (1); wanted whole numbers in the"
                                + " order of the levels; number them in the file, or name them, lowest first, under 'levels' of the"
                                + " outcome in a plan [E292]\n");
        assertThat(said(read("1", "2", "2.5", "3")))
                .isEqualTo(
                        "data.csv:4: band (3): '2.5' is no whole number; wanted the number of a level; correct it, or give"
                                + " --kind amount [E293]\n");
        assertThat(said(read("1", "2", "x", "3")))
                .isEqualTo(
                        "data.csv:4: band (3): 'x' is not a number; wanted digits with at most one decimal mark; correct it, or"
                                + " give --missing if it stands for a missing value [E241]\n");
        Run many = read(IntStream.range(0, 30).mapToObj(String::valueOf).toArray(String[]::new));
        assertThat(said(many))
                .isEqualTo(
                        "data.csv: band (3): 30 different values; wanted at most 20 ordered levels; give --kind amount, which"
                                + " looks at the numbers themselves [E294]\n");
        assertThat(many.exit()).isEqualTo(3);
        assertThat(read(IntStream.range(0, 40)
                                .mapToObj(i -> String.valueOf(i % 20))
                                .toArray(String[]::new))
                        .exit())
                .isZero();
    }

    @Test
    void aPlanNamesItsLevelsTheLowestFirst() throws IOException {
        Run run = plan("{kind: ordinal, levels: [none, some, much, most]}", "{id: a, compare: band}");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out().lines().filter(line -> line.contains(",count,,events,") && line.contains(",SAU,")))
                .extracting(line -> line.split(",")[8] + " " + line.split(",")[12])
                .containsExactly("level=none 2", "level=some 2", "level=much 1", "level=most 0");
        assertThat(Run.of("plan", "check", folder.resolve("trial.yaml").toString())
                        .out())
                .contains("ordinal, levels none < some < much < most");
    }

    @Test
    void aValueThatThePlanDoesNotNameIsRefused() throws IOException {
        assertThat(said(plan("{kind: ordinal, levels: [none, some]}", "{id: a, compare: band}")))
                .startsWith(
                        "data.csv:4: band (3): 'much' is no level of the outcome; wanted one of none, some; correct it, or"
                                + " write it among the levels in the plan [E295]\n")
                .endsWith(
                        "data.csv:11: band (3): 'much' is no level of the outcome; wanted one of none, some; correct it, or"
                                + " write it among the levels in the plan [E295]\n");
        assertThat(said(plan("{kind: ordinal, levels: [none, sone, much]}", "{id: a, compare: band}")))
                .startsWith(
                        "data.csv:3: band (3): 'some' is no level of the outcome; wanted one of none, sone, much; did you mean"
                                + " sone? [E295]\n");
        assertThat(said(plan("{kind: ordinal, levels: [NA, none, some, much]}", "{id: a, compare: band}")))
                .isEqualTo(
                        "data.csv: band (3): the level 'NA' of the plan counts as missing; wanted levels that do not, and empty"
                                + " cells, '.', 'NA' do; give the level another name, or say what is missing with --missing [E297]\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{kind: ordinal, levels: [none, some, none]} | {id: a, compare: band} | 4: outcomes.band.levels (33): levels"
                        + " name 'none' twice; wanted each level once, the lowest first; take one out [E426]",
                "{kind: ordinal, levels: [1, 2, 1.0]} | {id: a, compare: band} | 4: outcomes.band.levels (33): levels name"
                        + " '1.0' twice; wanted each level once, the lowest first; take one out [E426]",
                "{kind: ordinal, levels: [none]} | {id: a, compare: band} | 4: outcomes.band.levels (33): levels are 1; wanted 2"
                        + " to 20 of them, the lowest first; write all of them [E426]",
                "{kind: amount, levels: [none, some]} | {id: a, compare: band} | 4: outcomes.band.levels (32): 'levels' does not"
                        + " go with an amount; wanted it only where it means something; leave it out [E425]",
                "{levels: [none, some]} | {id: a, compare: band} | 4: outcomes.band.levels (18): 'levels' does not go with an"
                        + " outcome without 'kind: ordinal'; wanted it only where it means something; leave it out [E425]",
                "{kind: ordinal, event: some} | {id: a, compare: band} | 4: outcomes.band.event (32): 'event' does not go with"
                        + " ordered levels; wanted it only where it means something; leave it out [E425]",
                "{kind: ordinal, unit: hours} | {id: a, compare: band} | 4: outcomes.band.unit (31): 'unit' does not go with"
                        + " ordered levels; wanted it only where it means something; leave it out [E425]",
                "{kind: ordinal} | {id: a, hours: band} | 6: analyses[1].hours (20): outcome 'band' is ordered levels;"
                        + " hours takes amounts; ask another question of it, or correct its kind [E423]",
                "{kind: ordinal} | {id: a, rates: band, target: 0.5} | 6: analyses[1].target (34): 'target' does not go with"
                        + " ordered levels; wanted it only where it means something; leave it out [E425]",
                "{kind: ordinal} | {id: a, compare: band, missing: all-missing-none} | 6: analyses[1].missing (37):"
                        + " 'all-missing-none' does not go with ordered levels; wanted it only where it means something; leave it"
                        + " out [E425]",
                "{kind: ordinal} | {id: a, compare: band, multiplicity: dunnett} | 6: analyses[1].multiplicity (42): dunnett does"
                        + " not go with the ordered outcome 'band'; it compares the means of several arms with the one control;"
                        + " write for example 'multiplicity: holm' [E431]"
            })
    void whatAPlanSaysOfLevelsIsChecked(String outcome, String analysis, String finding) throws IOException {
        Run run = plan(outcome, analysis);

        assertThat(said(run)).isEqualTo("trial.yaml:" + finding + "\n");
        assertThat(run.exit()).isEqualTo(4);
    }

    @Test
    void aPlanMayNameMethodsOfOrderOnly() throws IOException {
        String levels = "{kind: ordinal, levels: [none, some, much]}";

        assertThat(said(plan(levels, "{id: a, compare: band, methods: {mean-difference: welch}}")))
                .startsWith(
                        "trial.yaml:6: analyses[1].methods (37): mean-difference:welch is not for ordered levels; wanted one"
                                + " of conditional-odds-ratio:proportional-odds, probabilistic-index:brunner-munzel, ")
                .endsWith("; name one of them, or take the method out [E426]\n");
        assertThat(plan(levels, "{id: a, compare: band, methods: {conditional-odds-ratio: proportional-odds}}")
                        .exit())
                .isZero();
        assertThat(said(plan(
                        "{kind: amount}",
                        "{id: a, compare: band, methods: {conditional-odds-ratio: proportional-odds}}")))
                .contains("conditional-odds-ratio:proportional-odds adjusts for covariates");
        assertThat(plan(
                                levels,
                                "{id: a, compare: band, methods: {conditional-odds-ratio: proportional-odds}, margin: 0.8}")
                        .exit())
                .isZero();
        assertThat(said(plan(levels, "{id: a, compare: band, methods: {mean-difference: all}}")))
                .contains("mean-difference:all is not for ordered levels");
    }

    @Test
    void aMethodThatLooksAtMoreThanOrderIsRefused() {
        Run run = compare("--method", "welch");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "ipstrial: --method welch is not for ordered levels; wanted one of brant, brunner-munzel, general-association, kruskal-wallis,"
                                + " mann-whitney, mann-whitney-exact, proportional-odds, row-mean-scores, van-elteren; name one of them, or read the"
                                + " outcome with --kind amount [E296]\n");
        assertThat(compare("--method", "risk-difference:newcombe").exit()).isEqualTo(2);
        for (String method :
                List.of("mann-whitney-exact", "test:brunner-munzel", "all", "wald", "proportional-odds", "brant")) {
            assertThat(compare("--method", method).err()).as(method).isEmpty();
        }
        Run asAmount = Run.of(
                "compare", DATA.toString(), "--control", "SAU", "--outcome", "band", "--method", "proportional-odds");
        assertThat(asAmount.exit()).isEqualTo(2);
        assertThat(asAmount.err()).contains("--method proportional-odds adjusts for covariates");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hours --kind ordinal | outcome band is ordered levels; hours takes amounts; use 'ipstrial rates',",
                "subgroups --kind ordinal --control SAU --by sex | outcome band is ordered levels; subgroups takes yes/no"
                        + " outcomes and amounts; use 'ipstrial compare --by',",
                "missing --kind ordinal --control SAU | outcome band is ordered levels; missing takes yes/no outcomes and"
                        + " amounts; use 'ipstrial compare',",
                "rates --kind ordinal --target 0.4 | --target is the share of those with an event, and the outcome is of"
                        + " ordered levels;",
                "rates --kind ordinal --event-value 3 | --event-value is of a yes/no outcome, and --kind says ordinal;",
                "compare --kind ordinal --control SAU --adjust sex --cluster site | --cluster site is given, and no method for"
                        + " ordered levels looks at clusters; leave it out, or compare other outcomes;",
                "compare --kind ordinal --control SAU --multiplicity dunnett | dunnett does not go with an outcome of ordered"
                        + " levels;"
            })
    void commandsThatCannotDoWithLevelsSaySo(String command, String said) {
        String[] words = command.split(" ");
        Run run = Run.of(Stream.concat(
                        Stream.of(words[0], DATA.toString(), "--outcome", "band"),
                        Stream.of(words).skip(1))
                .toList());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("ipstrial: " + said);
    }

    @Test
    void adjustedStratifiedAndOneSidedResultsStandBesideThePlainOnes() {
        Run run = compare("--adjust", "sex", "--stratify", "sex", "--format", "csv");

        assertThat(run.err()).isEmpty();
        assertThat(run.value("IPS", "SAU", "adjusted-for=sex", "proportional-odds", "p.value"))
                .isNotEmpty();
        assertThat(run.value("IPS", "SAU", "strata=sex", "van-elteren", "p.value"))
                .isNotEmpty();
        assertThat(run.out()).contains(",IPS,SAU,,,conditional-odds-ratio,proportional-odds,statistic,3.155243900189");
        assertThat(run.out()).doesNotContain("mean-difference", "ratio-of-means", "welch");
        Run margin = compare("--alternative", "greater", "--margin", "0.8");
        assertThat(margin.out()).contains("Non-inferiority margin 0.80: p");
        assertThat(compare("--margin", "-0.8").err()).contains("wanted a ratio above 0, such as 0.8");
        assertThat(compare("--better", "lower").out()).contains("; lower is\nbetter");
        assertThat(compare("--multiplicity", "holm", "--contrasts", "all").out())
                .contains("adjusted (holm) p");
    }

    @Test
    void aMethodThatIsNamedAndHasNoAnswerEndsWithSixAndADefaultDoesNot() throws IOException {
        Path data = data("3", "1", "3", "1", "2", "1", "3", "1");
        List<String> command =
                List.of("compare", data.toString(), "--control", "SAU", "--outcome", "band", "--kind", "ordinal");
        Run plain = Run.of(command);
        Run named = Run.of(Stream.concat(command.stream(), Stream.of("--method", "proportional-odds"))
                .toList());

        assertThat(plain.exit()).isZero();
        assertThat(plain.out()).contains("IPS vs SAU: no difference can be estimated (");
        assertThat(named.exit()).isEqualTo(6);
    }

    @Test
    void whereSmallCellsAreHiddenAnArmIsShownWholeOrNotAtAll() {
        Run run = compare("--min-cell", "7", "--format", "csv", "--adjust", "sex", "--stratify", "sex");

        assertThat(run.err())
                .isEqualTo(
                        "src/test/resources/ordinal/bands.csv: the levels of band are those that occur in the file, so that each"
                                + " tells that somebody is at it; wanted all levels that there are; name them under 'levels' in a plan"
                                + " [W248]\n");
        assertThat(run.out().lines().filter(line -> line.contains(",SAU,") && line.contains(",count,")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(",suppressed"));
        assertThat(run.out().lines().filter(line -> line.contains("proportional-odds") && !line.contains("conf.level")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(",suppressed"));
        assertThat(run.out().lines().filter(line -> line.contains("kruskal") || line.contains("van-elteren")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(",suppressed"));
        assertThat(run.out()).contains(",EDU,,,level=0,count,,events,").doesNotContain("cut=");
        assertThat(run.out().lines().filter(line -> line.contains(",brant,") && line.contains(",p.value,")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(",suppressed"));
    }

    @Test
    void theOrderOfTheRowsAndTheNumbersOfTheLevelsChangeNothing() throws IOException {
        List<String> lines = Files.readAllLines(DATA);
        List<String> backwards = new java.util.ArrayList<>(lines.subList(1, lines.size()));
        java.util.Collections.reverse(backwards);
        backwards.add(0, lines.get(0));
        Path reversed = Files.write(folder.resolve("bands.csv"), backwards);

        Run run = Run.of(
                "compare",
                reversed.toString(),
                "--control",
                "SAU",
                "--outcome",
                "band",
                "--kind",
                "ordinal",
                "--adjust",
                "sex",
                "--format",
                "csv");

        assertThat(run.out())
                .isEqualTo(compare("--adjust", "sex", "--format", "csv").out());
    }

    @Test
    void missingOfAPlanTellsHowManyLackTheOutcomeAndNoMore() throws IOException {
        plan("{kind: ordinal, levels: [none, some, much]}", "{id: a, compare: band}");
        Run run = Run.of("missing", folder.resolve("trial.yaml").toString());

        assertThat(run.exit()).isZero();
        assertThat(said(run))
                .isEqualTo(
                        "trial.yaml:6: analyses[1].compare (22): outcome band is ordered levels, of which missing tells how"
                                + " many are missing and no more; wanted another outcome for more than that; see what compare says of it [W247]\n");
        assertThat(run.out()).contains("1 of 5 (20.0%)").doesNotContain("Mean", "welch");
        Run report = Run.of(
                "report",
                folder.resolve("trial.yaml").toString(),
                "-o",
                folder.resolve("out").toString());
        assertThat(report.exit()).as(report.err()).isZero();
        assertThat(Files.readString(folder.resolve("out/report.md"))).contains("odds ratio of a higher level");
    }

    @Test
    void aCheckedCopyHoldsTheNamesOfTheLevels() throws IOException {
        Path plan = DATA.resolveSibling("trial.yaml");
        Path copy = folder.resolve("copy");
        Run run = Run.of("import", plan.toString(), "-o", copy.toString());

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Files.readAllLines(copy.resolve("participants.csv")).get(2)).contains("under 10 hours");
        assertThat(Run.of("compare", plan.toString(), "--min-cell", "3").err()).isEmpty();
    }
}
