package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ipstrial.cli.Run.SUPPORTED_WORK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check that one odds ratio is fair for all levels, through the program. */
class BrantCheckTest {

    /** The covariates of a term stand in quotes, for their commas. */
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\n]*)\"");

    private static final String TERM = "adjusted-for=age+degree";

    @TempDir
    private Path folder;

    private static Run work(String outcome, String method, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "compare",
                SUPPORTED_WORK.toString(),
                "--control",
                "control",
                "--outcome",
                outcome,
                "--adjust",
                "age,degree",
                "--resamples",
                "99",
                "--method",
                method));
        args.addAll(List.of(more));
        Run run = Run.of(args);
        return new Run(
                run.exit(),
                QUOTED.matcher(run.out())
                        .replaceAll(found -> found.group(1).replace(",", "+").replace("\\", "\\\\")),
                run.err());
    }

    private static double number(Run run, String... row) {
        return Double.parseDouble(run.value(row));
    }

    private static String page(Run run) {
        return run.out().replaceAll("\\s+", " ");
    }

    /**
     * R 4.2.2: earnings at quantile(type = 1, 1:9/10), Brant's formulas by glm.fit at each of the seven distinct cuts, and
     * exp of its coefficients; mpmath 1.3.0 has the same test at 40 digits.
     */
    @Test
    void agreesWithROnEarningsThatManyLack() {
        Run run = work("earnings_1978", "proportional-odds", "--format", "csv");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(number(run, TERM, "brant", "statistic")).isCloseTo(5.55891958884, within(5e-12));
        assertThat(number(run, TERM, "brant", "df")).isEqualTo(6);
        assertThat(number(run, TERM, "brant", "p.value")).isCloseTo(0.474364270958, within(5e-13));
        double[] ratios = {
            1.67741907326, 1.32578852805, 1.30267189094, 1.34582964314, 1.58805542935, 1.45601195645, 1.77878305462
        };
        String[] cuts = {"0", "1574.42", "3701.81", "5088.99", "7176.19", "9737.15", "12804"};
        for (int i = 0; i < cuts.length; i++) {
            assertThat(number(run, TERM + ";cut=" + cuts[i], "logistic", "estimate"))
                    .isCloseTo(ratios[i], within(5e-11));
        }
        assertThat(run.out().lines().filter(line -> line.contains(";cut=") && line.contains(",estimate,")))
                .hasSize(7);
        assertThat(run.out())
                .contains(
                        "\ncompare,all-rows,none-missing,earnings_1978,,,,,adjusted-for=age+degree,test,brant,statistic,");
    }

    @Test
    void comesWithTheModelOrByNameAndNotOtherwise() {
        assertThat(work("earnings_1978", "ancova-hc3", "--format", "csv").out()).doesNotContain("brant", ";cut=");
        Run named = work("earnings_1978", "brant", "--format", "csv");
        assertThat(named.exit()).isZero();
        assertThat(named.out()).contains(",brant,p.value,0.47").doesNotContain("proportional-odds");
        assertThat(named.out()).contains(";cut=12804,");
        Run measured = work("earnings_1978", "test:brant", "--format", "csv");
        assertThat(measured.value("brant", "p.value")).isEqualTo(named.value("brant", "p.value"));
        Run without = Run.of(
                "compare",
                SUPPORTED_WORK.toString(),
                "--control",
                "control",
                "--outcome",
                "earnings_1978",
                "--method",
                "brant");
        assertThat(without.exit()).isEqualTo(2);
        assertThat(without.err()).contains("--method brant adjusts for covariates", "--adjust");
    }

    /** Everything else of the comparison stays as it is, to the last digit; the check is in no family of tests. */
    @Test
    void standsBesideTheTestsAndInNoFamilyOfThem() {
        Run with = work("earnings_1978", "proportional-odds", "--multiplicity", "holm", "--format", "csv");
        Run plain = work("earnings_1978", "conditional-odds-ratio:firth,ancova-hc3", "--format", "csv");
        assertThat(with.out()).contains(",welch+holm,").doesNotContain("brant+holm");
        assertThat(with.value("welch", "p.value"))
                .isEqualTo(with.value("welch+holm", "p.adjusted"))
                .hasSizeGreaterThan(5);
        assertThat(plain.out()).doesNotContain("brant");
    }

    /** Of yes/no there is one cut: the check does not come, and who names it is told that there is none. */
    @Test
    void ofYesAndNoThereIsNothingToCheck() {
        Run beside = work("employed_1978", "proportional-odds", "--format", "csv");
        assertThat(beside.exit()).isZero();
        assertThat(beside.out()).doesNotContain("brant", ";cut=");
        Run named = work("employed_1978", "brant", "--format", "csv");
        assertThat(named.exit()).isEqualTo(6);
        assertThat(named.out())
                .contains(TERM + ",test,brant,p.value,,p,,fewer-than-two-cuts")
                .doesNotContain(";cut=");
    }

    private Path few() throws IOException {
        StringBuilder rows = new StringBuilder("id,arm,age,days\n");
        int[] days = {0, 0, 0, 1, 1, 2, 0, 0, 1, 1, 2, 5};
        for (int i = 0; i < days.length; i++) {
            rows.append(i + "," + (i < 6 ? "SAU" : "IPS") + "," + (20 + i * 7 % 11) + "," + days[i] + "\n");
        }
        return Files.writeString(folder.resolve("few.csv"), rows);
    }

    /** One person has five days: above two there is nobody in the other arm. */
    @Test
    void aCutThatTellsTheArmsApartIsANoteUnlessTheCheckIsNamed() throws IOException {
        String[] args = {
            "compare", few().toString(), "--control", "SAU", "--outcome", "days", "--adjust", "age", "--method"
        };
        List<String> asked = new ArrayList<>(List.of(args));
        asked.addAll(List.of("proportional-odds,logistic", "--format", "csv", "--resamples", "99"));
        Run beside = Run.of(asked);
        assertThat(beside.exit()).as(beside.err()).isZero();
        assertThat(beside.out())
                .contains("adjusted-for=age,test,brant,p.value,,p,,separation")
                .contains("adjusted-for=age;cut=2,conditional-odds-ratio,logistic,estimate,,ratio,,separation");
        assertThat(beside.value("adjusted-for=age;cut=0", "logistic", "estimate"))
                .isNotEmpty();
        asked.set(asked.indexOf("proportional-odds,logistic"), "proportional-odds,brant");
        assertThat(Run.of(asked).exit()).isEqualTo(6);
        asked.set(asked.indexOf("csv"), "text");
        assertThat(page(Run.of(asked)))
                .contains(
                        "Is one odds ratio fair for all levels? Brant's test of proportional odds: not estimable: events,"
                                + " or their absence, are told apart without fault.")
                .doesNotContain("no sign", "signs that");
    }

    /** The odds ratios at the cuts tell amounts that somebody has; the test goes when anything of the model does. */
    @Test
    void hidesWithTheModel() throws IOException {
        Run shown = work("earnings_1978", "proportional-odds", "--format", "csv", "--min-cell", "5");
        assertThat(shown.value(TERM, "brant", "p.value")).startsWith("0.474");
        assertThat(shown.out()).doesNotContain(";cut=", "1574.42");
        Run hidden = work("earnings_1978", "proportional-odds", "--format", "csv", "--min-cell", "60");
        assertThat(hidden.value(TERM, "proportional-odds", "estimate")).isEmpty();
        assertThat(hidden.out())
                .contains(TERM + ",test,brant,p.value,,p,,suppressed")
                .doesNotContain("brant,statistic", "brant,df", ";cut=");
        Run separated = Run.of(
                "compare",
                few().toString(),
                "--control",
                "SAU",
                "--outcome",
                "days",
                "--adjust",
                "age",
                "--method",
                "proportional-odds",
                "--min-cell",
                "2",
                "--format",
                "csv");
        assertThat(separated.out())
                .contains("adjusted-for=age,test,brant,p.value,,p,,suppressed")
                .doesNotContain("separation");
        assertThat(separated.exit()).isZero();
    }

    @Test
    void saysItBeneathTheAdjustedTable() {
        assertThat(page(work("earnings_1978", "proportional-odds")))
                .contains("Odds ratio (conditional) 1.49 1.06 to 2.08 proportional-odds Is one odds ratio fair for all"
                        + " levels? Brant's test of proportional odds: 5.56 on 6 df, p = 0.47. There is no sign that it"
                        + " differs between them. Odds ratio of more than estimate 95% CI method 0 1.68 1.10 to 2.58"
                        + " logistic 1574.42 1.33")
                .doesNotContain("Over all");
        assertThat(page(work("earnings_1978", "proportional-odds", "--level", "0.5")))
                .contains(
                        "p = 0.47. There are signs that it differs between them; the one ratio is an average of them.");
    }

    @Test
    void saysOfMoreArmsThatItIsOfAll() {
        List<String> args = new ArrayList<>(List.of(
                "compare",
                "sample-data/ips-three-arm/trial.yaml",
                "--outcome",
                "earnings",
                "--adjust",
                "age,sex",
                "--method",
                "conditional-odds-ratio:proportional-odds",
                "--resamples",
                "99",
                "-q"));
        assertThat(page(Run.of(args)))
                .contains(
                        "Is one odds ratio fair for all levels? Over all three arms: Brant's test of proportional odds:"
                                + " 15.98 on 8 df, p = 0.043. There are signs that it differs between them; the one ratio is an"
                                + " average of them. Odds ratio of more than estimate 95% CI method 0 1.42 0.96 to 2.11 logistic"
                                + " 13917 1.59")
                .contains("These tests ask whether the arms differ at all");
        args.addAll(List.of("--language", "da"));
        assertThat(page(Run.of(args)))
                .contains("Over alle tre arme: Brants test af proportionale odds: 15,98 (df = 8)");
    }

    @Test
    void saysItInEveryLanguageAndFormat() {
        Map<String, String> sentences = Map.of(
                "da", "Er én odds ratio rimelig for alle niveauer? Brants test af proportionale odds: 5,56 (df = 6), p",
                "sv",
                        "Är en enda oddskvot rimlig för alla nivåer? Brants test av proportionella odds: 5,56 (df = 6), p",
                "nb", "Er én oddsratio rimelig for alle nivåer? Brants test av proporsjonale odds: 5,56 (df = 6), p");
        sentences.forEach((language, sentence) -> assertThat(
                        page(work("earnings_1978", "proportional-odds", "--language", language)))
                .contains(sentence)
                .contains("1574,42 1,33"));
        assertThat(work("earnings_1978", "proportional-odds", "--format", "html")
                        .out())
                .contains("Is one odds ratio fair for all levels?", "Odds ratio of more than", ">1574.42<");
        assertThat(work("earnings_1978", "proportional-odds", "--format", "markdown")
                        .out())
                .contains("Is one odds ratio fair for all levels?", "1574.42 |");
        assertThat(work("earnings_1978", "proportional-odds", "--format", "latex")
                        .out())
                .contains("Is one odds ratio fair for all levels?", "1574.42");
    }

    /** Limits on one side, as those of the effects beside them; at a cut no effect is tested. */
    @Test
    void hasNoSideItself() {
        Run one = work("earnings_1978", "proportional-odds", "--alternative", "greater", "--format", "csv");
        Run two = work("earnings_1978", "proportional-odds", "--format", "csv");
        assertThat(one.value(TERM, "brant", "p.value")).isEqualTo(two.value(TERM, "brant", "p.value"));
        assertThat(number(one, TERM + ";cut=0", "logistic", "conf.low"))
                .isGreaterThan(number(two, TERM + ";cut=0", "logistic", "conf.low"));
        assertThat(one.value(TERM + ";cut=0", "logistic", "conf.high")).isEmpty();
        assertThat(one.out().lines().filter(line -> line.contains(";cut=") && line.contains(",p.value,")))
                .isEmpty();
    }

    @Test
    void aPlanSaysTheSame() throws IOException {
        Files.copy(SUPPORTED_WORK, folder.resolve("participants.csv"));
        String plan = Files.readString(Path.of("sample-data/supported-work/trial.yaml"));
        assertThat(plan).contains("analyses:");
        Path with = Files.writeString(folder.resolve("trial.yaml"), plan.substring(0, plan.indexOf("analyses:")) + """
                        analyses:
                          - id: checked
                            compare: earnings
                            adjust: [age, degree]
                            methods: {conditional-odds-ratio: proportional-odds}
                        """);
        Run run = Run.of("compare", with.toString(), "--format", "csv", "--resamples", "99");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains(",test,brant,p.value,0.474364270958", ";cut=12804");
    }
}
