package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ipstrial.cli.Run.SUPPORTED_WORK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code compare --adjust}, and the key {@code adjust} of a plan, through the program. */
class AdjustTest {

    private static final String COVARIATES = "age,education_years,ethnicity,earnings_1975";

    private static final String SMALL = """
            id,arm,site,age,dup,y,hours
            1,IPS,A,20,40,yes,1
            2,IPS,A,30,60,no,0
            3,IPS,B,,,yes,3
            4,IPS,C,25,50,yes,9
            5,SAU,A,40,80,no,2
            6,SAU,A,30,60,yes,4
            7,SAU,B,35,70,no,1
            8,SAU,C,20,40,yes,2
            9,IPS,B,50,100,,2
            10,SAU,B,33,66,no,2
            11,IPS,B,33,66,no,2
            """;

    /** The covariates of a term stand in quotes, for their commas. */
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\n]*)\"");

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Run compare(Path data, String... more) {
        List<String> args = new ArrayList<>(List.of("compare", data.toString()));
        args.addAll(List.of(more));
        Run run = Run.of(args);
        return new Run(
                run.exit(),
                QUOTED.matcher(run.out())
                        .replaceAll(found -> found.group(1).replace(",", "+").replace("\\", "\\\\")),
                run.err());
    }

    private static Run work(String outcome, String... more) {
        List<String> args = new ArrayList<>(
                List.of("--control", "control", "--outcome", outcome, "--format", "csv", "--resamples", "99"));
        args.addAll(List.of(more));
        return compare(SUPPORTED_WORK, args.toArray(String[]::new));
    }

    private static Run small(Path data, String... more) {
        List<String> args = new ArrayList<>(List.of("--control", "SAU", "--resamples", "99", "--format", "csv"));
        args.addAll(List.of(more));
        return compare(data, args.toArray(String[]::new));
    }

    private static void gives(Run run, double expected, double tolerance, String... row) {
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Double.parseDouble(run.value(row))).as(String.join(" ", row)).isCloseTo(expected, within(tolerance));
    }

    private static List<String> rows(Run run) {
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out().lines().filter(line -> !line.startsWith("#")).toList();
    }

    /**
     * R 4.2.2: glm(y ~ t + age + education_years + ethnicity + earnings_1975, binomial, epsilon = 1e-14), its mean
     * predictions in either arm, the variance of Ye and others written out, MASS::confint; the Poisson model with
     * sandwich::vcovHC(type = "HC0").
     */
    @Test
    void agreesWithROnShares() {
        Run run = work(
                "employed_1978", "--adjust", COVARIATES, "--method", "risk-ratio:standardisation-ye,modified-poisson");
        gives(run, 0.111841748411, 5e-13, "standardisation-ye", "risk-difference", "estimate");
        gives(run, 0.042647691705, 5e-13, "standardisation-ye", "risk-difference", "std.error");
        gives(run, 1.173272494198, 5e-13, "standardisation-ye", "risk-ratio", "estimate");
        gives(run, 1.713963883155, 5e-13, "standardisation-ye", "odds-ratio", "estimate");
        gives(run, 1.744971082726, 5e-13, "logistic", "conditional-odds-ratio", "estimate");
        gives(run, 1.13960543655, 5e-5, "logistic", "conditional-odds-ratio", "conf.low");
        gives(run, 2.69820082924, 5e-5, "logistic", "conditional-odds-ratio", "conf.high");
        gives(run, 1.176392355253, 5e-13, "modified-poisson", "risk-ratio", "estimate");
        gives(run, 1.042162091617, 5e-13, "modified-poisson", "risk-ratio", "conf.low");
        gives(run, 1.327911449312, 5e-13, "modified-poisson", "risk-ratio", "conf.high");
    }

    /**
     * R 4.2.2: lm with sandwich::vcovHC(type = "HC3"); glm(quasipoisson) and its sandwich (HC0) written out at the converged
     * coefficients, because vcovHC takes the weights of the step before and is off by 1e-9.
     */
    @Test
    void agreesWithROnAmounts() {
        Run run = work("earnings_1978", "--adjust", COVARIATES);
        gives(run, 1650.7768240689, 5e-10, "ancova-hc3", "mean-difference", "estimate");
        gives(run, 658.1523245631, 5e-10, "ancova-hc3", "mean-difference", "std.error");
        gives(run, 1.352856651022, 5e-13, "poisson-robust", "ratio-of-means", "estimate");
        gives(run, 1.081053304275, 5e-13, "poisson-robust", "ratio-of-means", "conf.low");
        gives(run, 1.692998033470, 5e-13, "poisson-robust", "ratio-of-means", "conf.high");
    }

    /** Every row of the unadjusted comparison stands beside the adjusted ones, to the last digit. */
    @Test
    void theUnadjustedResultStandsBeside() {
        for (String outcome : List.of("employed_1978", "earnings_1978")) {
            List<String> without = rows(work(outcome, "--by", "married"));
            assertThat(rows(work(outcome, "--by", "married", "--adjust", "age,ethnicity")))
                    .containsSubsequence(without);
        }
    }

    @Test
    void eachLevelOfByHasAModelOfItsOwn() {
        Run all = work("employed_1978", "--adjust", "age", "--by", "married");
        Run married = work("employed_1978", "--adjust", "age", "--where", "married=yes");
        assertThat(all.value("married=yes", "adjusted-for=age", "risk-difference", "estimate"))
                .isEqualTo(married.value("adjusted-for=age", "risk-difference", "estimate"));
        assertThat(all.value("married=yes", "adjusted-for=age", "risk-difference", "conf.low"))
                .isNotEqualTo(all.value("married=no", "adjusted-for=age", "risk-difference", "conf.low"));
    }

    /** A missing value is the mean and an indicator: the same as any other number and the indicator given as a column. */
    @Test
    void whatAMissingValueIsFilledWithChangesNothing() throws IOException {
        List<String> lines = Files.readAllLines(SUPPORTED_WORK);
        StringBuilder left = new StringBuilder("id,arm,age,degree,employed\n");
        StringBuilder filled = new StringBuilder("id,arm,age,age_missing,degree,employed\n");
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",");
            boolean missing = i % 7 == 0;
            String head = cells[0] + "," + cells[1] + ",";
            String degree = i % 11 == 0 ? "unknown" : cells[6];
            left.append(head + (missing ? "" : cells[2]) + "," + (i % 11 == 0 ? "" : degree) + "," + cells[10] + "\n");
            filled.append(head + (missing ? "99," : cells[2] + ",") + (missing ? "yes," : "no,") + degree + ","
                    + cells[10] + "\n");
        }
        Run one = compare(
                file("left.csv", left.toString()),
                "--control",
                "control",
                "--outcome",
                "employed",
                "--format",
                "csv",
                "--adjust",
                "age,degree");
        Run other = compare(
                file("filled.csv", filled.toString()),
                "--control",
                "control",
                "--outcome",
                "employed",
                "--format",
                "csv",
                "--adjust",
                "age,age_missing,degree");
        for (String statistic : List.of("estimate", "std.error")) {
            gives(
                    one,
                    Double.parseDouble(other.value("standardisation-ye", "risk-difference", statistic)),
                    1e-10,
                    "standardisation-ye",
                    "risk-difference",
                    statistic);
        }
        assertThat(one.value("control", "covariate=age;missing=yes", "assessed"))
                .isEqualTo("37");
        assertThat(one.value("supported work", "covariate=age;missing=yes", "assessed"))
                .isEqualTo("26");
        assertThat(one.out()).contains("covariate=degree;missing=yes");
    }

    /** Whoever's outcome is missing is in no model; the order of rows shows nowhere. */
    @Test
    void leavesOutWhoseOutcomeIsMissing() throws IOException {
        Path all = file("all.csv", SMALL);
        Path fewer = file("fewer.csv", SMALL.replace("9,IPS,B,50,100,,2\n", ""));
        String[] asked = {"--outcome", "y", "--adjust", "age", "--method", "firth"};
        Run one = small(all, asked);
        assertThat(one.value("firth", "estimate")).isEqualTo(small(fewer, asked).value("firth", "estimate"));
        assertThat(one.out()).contains("complete-cases,y,,IPS,SAU,,adjusted-for=age,");
        List<String> rows = new ArrayList<>(SMALL.lines().skip(1).toList());
        Collections.shuffle(rows, new Random(8));
        Path shuffled = file("shuffled.csv", SMALL.lines().findFirst().orElseThrow() + "\n" + String.join("\n", rows));
        assertThat(rows(small(shuffled, asked))).isEqualTo(rows(one));
    }

    @Test
    void strataThatAreCovariatesGetTheVarianceForThem() {
        Run run = work("employed_1978", "--adjust", "age,degree", "--stratify", "degree");
        assertThat(run.value("standardisation-ye-stratified", "risk-difference", "estimate"))
                .isEqualTo(run.value("standardisation-ye", "risk-difference", "estimate"));
        assertThat(Double.parseDouble(run.value("standardisation-ye-stratified", "risk-difference", "std.error")))
                .isLessThanOrEqualTo(
                        Double.parseDouble(run.value("standardisation-ye", "risk-difference", "std.error")));
        assertThat(run.value("mantel-haenszel-sato", "risk-difference", "estimate"))
                .isNotEmpty();
    }

    @Test
    void separationIsNamedAndEverythingElseIsPrinted() throws IOException {
        Path data = file("small.csv", SMALL);
        Run run = small(data, "--outcome", "y", "--adjust", "site");
        assertThat(run.exit()).as("no adjusted effect is left").isEqualTo(6);
        assertThat(run.err())
                .contains("outcome 'y': site=C separates the outcomes, so that its coefficient rises without end;"
                        + " standardisation-ye, logistic cannot be estimated; firth can")
                .contains("[W013]");
        assertThat(run.out())
                .contains("column=site\\=C,covariate,logistic,estimate,,,,separates-upwards")
                .contains(
                        "adjusted-for=site,risk-difference,standardisation-ye,estimate,,proportion-difference,,separation")
                .contains(",risk-difference,miettinen-nurminen,estimate,0.2,");
        Run named = small(data, "--outcome", "y", "--adjust", "site", "--method", "logistic,firth");
        assertThat(named.exit()).isEqualTo(6);
        assertThat(named.value("firth", "estimate")).isNotEmpty();
        assertThat(small(data, "--outcome", "y", "--adjust", "site", "--method", "firth")
                        .exit())
                .isZero();
    }

    @Test
    void aColumnThatIsThereTwiceIsNamed() throws IOException {
        Path data = file("small.csv", SMALL);
        Run twice = small(data, "--outcome", "hours", "--adjust", "age,dup");
        Run once = small(data, "--outcome", "hours", "--adjust", "age");
        assertThat(twice.value("ancova-hc3", "estimate")).isEqualTo(once.value("ancova-hc3", "estimate"));
        assertThat(twice.err())
                .contains(
                        "outcome 'hours': the covariate column dup tells nothing that the others do not (made up of age)")
                .contains("the covariate column missing=dup")
                .contains("[W012]");
        assertThat(twice.out()).contains("column=dup;made-of=age,covariate,,estimate,,,,collinear-covariates");
    }

    @Test
    void anArmOfWhichNothingIsKnownIsInNoModel() throws IOException {
        Path data = file("third.csv", SMALL + "12,IPSE,A,30,60,,\n13,IPSE,B,31,62,,\n");
        Run run = small(data, "--outcome", "hours", "--adjust", "age", "--contrasts", "all");
        assertThat(run.out())
                .contains("IPSE,SAU,,adjusted-for=age,mean-difference,ancova-hc3,estimate,,,,nobody-assessed-in-group")
                .contains("IPSE,IPS,,adjusted-for=age,mean-difference,ancova-hc3,estimate,,,,nobody-assessed-in-group");
        assertThat(run.value("IPS", "SAU", "ancova-hc3", "estimate"))
                .isEqualTo(small(file("two.csv", SMALL), "--outcome", "hours", "--adjust", "age")
                        .value("ancova-hc3", "estimate"));
    }

    @Test
    void amountsBelowNothingHaveNoRatio() throws IOException {
        Run run = small(
                file(
                        "negative.csv",
                        SMALL.replace("hours", "change").replace("7,SAU,B,35,70,no,1", "7,SAU,B,35,70,no,-1.5")),
                "--outcome",
                "change",
                "--adjust",
                "age");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("adjusted-for=age,ratio-of-means,poisson-robust,estimate,,ratio,,mean-not-positive");
    }

    @Test
    void oneSideAndAMarginAreTestedOnTheAdjustedEffect() {
        Run run = work("employed_1978", "--adjust", "age", "--alternative", "greater", "--margin", "-0.05");
        assertThat(run.value("standardisation-ye", "risk-difference", "conf.high"))
                .isEqualTo("1");
        double z = (Double.parseDouble(run.value("standardisation-ye", "risk-difference", "estimate")) + 0.05)
                / Double.parseDouble(run.value("standardisation-ye", "risk-difference", "std.error"));
        gives(run, z, 1e-12, "standardisation-ye", "risk-difference", "statistic");
    }

    @Test
    void whatDoesNotFitIsRefused() throws IOException {
        Path data = file("small.csv", SMALL);
        refused(
                small(data, "--outcome", "y", "--method", "firth"),
                "--method firth adjusts for covariates; give --adjust with their columns, or leave it out");
        refused(
                small(data, "--outcome", "y", "--method", "standardisation-ye-stratified", "--adjust", "age"),
                "--method standardisation-ye-stratified combines strata; give --stratify");
        refused(
                small(data, "--outcome", "y", "--method", "conditional-odds-ratio:all"),
                "--method conditional-odds-ratio:all is for strata and covariates; give --stratify and --adjust");
        refused(
                small(data, "--outcome", "y", "--adjust", "age", "--stratify", "site"),
                "--adjust with --stratify lacks the strata site; name them among the covariates too");
        refused(small(data, "--outcome", "y", "--adjust", "arm"), "--adjust names arm, the column of arms");
        refused(small(data, "--outcome", "y", "--adjust", "id"), "--adjust names id, the column of ids");
        refused(
                small(data, "--outcome", "y", "--amounts", "age"),
                "--amounts names age, which is no covariate; wanted it among --adjust");
        refused(
                Run.of("rates", data.toString(), "--outcome", "y", "--adjust", "age"),
                "--adjust is for a comparison; this command compares nothing");
        refused(
                Run.of("compare", "--counts", "A=1/2", "--counts", "B=1/3", "--control", "A", "--adjust", "age"),
                "--adjust and --counts are both given; published counts have no covariates");
        refused(
                Run.of("compare", "sample-data/ips-three-arm/trial.yaml", "--outcome", "employed", "--adjust", "agee"),
                "--adjust agee is no column or amount of the plan");
    }

    private static void refused(Run run, String words) {
        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(words);
    }

    @Test
    void anOutcomeAmongTheCovariatesIsABadHabit() throws IOException {
        Run run = small(file("small.csv", SMALL), "--outcome", "y,hours", "--adjust", "hours", "--amounts", "hours");
        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("adjusted for 'hours', which is an outcome")
                .contains("[L301]");
    }

    /** Four of the arm at a level, of whom one had the event: every adjusted number of the outcome goes. */
    @Test
    void smallLevelsHideTheModel() {
        Run shown = work("employed_1978", "--adjust", "degree", "--min-cell", "5");
        assertThat(shown.value("adjusted-for=degree", "risk-difference", "estimate"))
                .isNotEmpty();
        assertThat(shown.out())
                .contains("covariate=degree;level=no,covariate-count,,assessed,,count,,suppressed")
                .doesNotContainPattern("covariate-count,,\\w+,\\d");
        Run hidden = work("employed_1978", "--adjust", "ethnicity", "--min-cell", "5");
        assertThat(hidden.value("adjusted-for=ethnicity", "risk-difference", "estimate"))
                .isEmpty();
        assertThat(hidden.out())
                .contains(
                        ",adjusted-for=ethnicity,risk-difference,standardisation-ye,estimate,,proportion-difference,,suppressed")
                .doesNotContain("standardisation-ye,std.error");
        assertThat(hidden.value("miettinen-nurminen", "risk-difference", "estimate"))
                .isNotEmpty();
    }

    /** The whole page of a method that the user names and that has no fit: the covariate is named, the rest printed. */
    @Test
    void perfectSeparationIsExitSixAndThePageHoldsAllThatIsEstimable() throws IOException {
        Path data = file("in.csv", """
                id,arm,tag,y
                1,IPS,a,yes
                2,IPS,a,yes
                3,IPS,b,no
                4,IPS,b,no
                5,SAU,a,yes
                6,SAU,a,yes
                7,SAU,b,no
                8,SAU,b,no
                9,SAU,b,no
                10,IPS,a,yes
                """);
        Run run = Run.of(
                "compare",
                data.toString(),
                "--control",
                "SAU",
                "--outcome",
                "y",
                "--adjust",
                "tag",
                "--method",
                "conditional-odds-ratio:logistic");
        assertThat(run.exit()).isEqualTo(6);
        assertThat(run.err())
                .isEqualTo(data
                        + ": outcome 'y': tag=b separates the outcomes, so that its coefficient falls without end;"
                        + " standardisation-ye, logistic cannot be estimated; firth can, or merge levels if the plan"
                        + " allows it [W013]\n");
        String page = run.out().replaceAll("[ \n]+", " ");
        assertThat(page)
                .contains("60.0% vs 40.0%: 20.0 percentage points more in IPS (95% CI 39.9 fewer to 67.9 more)")
                .contains("IPS 5 5 0 3 60.0% 23.1 to 88.2 SAU 5 5 0 2 40.0% 11.8 to 76.9")
                .contains("Risk difference 20.0 percentage points -39.9 to 67.9 miettinen-nurminen")
                .contains("Risk ratio 1.50 0.41 to 6.11 miettinen-nurminen")
                .contains("Odds ratio 2.25 0.18 to 27.44 miettinen-nurminen")
                .contains("Number needed to treat 5.0 (benefit) 1.5 or more (benefit), or 2.5 or more (harm)")
                .contains("(N - 1) chi-squared test: 0.36 on 1 df, p = 0.55.")
                .contains("Adjusted for tag (one model of all arms)")
                .contains(
                        "Odds ratio (conditional) not estimable: events, or their absence, are told apart without fault")
                .contains("tag: an indicator of each level but a, with which the others are compared. Nobody lacks it.")
                .contains("No fit of standardisation-ye, logistic: tag=b separates the outcomes, and its coefficient"
                        + " falls without end.")
                .contains("Methods: Proportion: Wilson score interval;");
        assertThat(Run.of("compare", data.toString(), "--control", "SAU", "--outcome", "y", "--adjust", "tag")
                        .exit())
                .isEqualTo(6);
    }

    @Test
    void separationTellsNothingWhereSmallCellsAreHidden() throws IOException {
        Run run = small(file("small.csv", SMALL), "--outcome", "y", "--adjust", "site", "--min-cell", "2");
        assertThat(run.err()).doesNotContain("W013");
        assertThat(run.out()).doesNotContain("separat");
    }

    @Test
    void thePlanSaysTheSame() throws IOException {
        String plan = Files.readString(Path.of("sample-data/supported-work/trial.yaml"));
        Files.copy(SUPPORTED_WORK, folder.resolve("participants.csv"));
        Path adjusted = file(
                "adjusted.yaml",
                plan.replace(
                        "    methods: {risk-difference: miettinen-nurminen, risk-ratio: miettinen-nurminen}",
                        "    adjust: [age, education, ethnicity, earnings_1975]"));
        Run run = compare(adjusted, "--format", "csv");
        gives(
                run,
                0.111841748411,
                5e-13,
                "primary",
                "adjusted-for=age+education+ethnicity+earnings_1975",
                "risk-difference",
                "estimate");
        assertThat(Run.of("plan", "check", adjusted.toString()).out()).contains("adjust age,education,ethnicity");
        refusedPlan(plan, "adjust: [agee]", "there is no column of labels or amount", "did you mean age?");
        refusedPlan(plan, "adjust: [age, age]", "adjust names 'age' twice");
        refusedPlan(plan, "adjust: [age]\n    stratify: [degree]", "adjust lacks the strata degree");
        refusedPlan(
                plan,
                "methods: {conditional-odds-ratio: firth}",
                "conditional-odds-ratio:firth adjusts for covariates");
    }

    /** Where the plan counts missing answers as none, the model takes them as none too. */
    @Test
    void theModelGoesByThePlansRuleForMissingAnswers() throws IOException {
        String plan = """
                trial: Made up
                participants:
                  file: people.csv
                  arm: {column: arm, control: SAU}
                  amounts: {age: {label: Age}}
                outcomes: {y: {kind: binary, event: "yes"}}
                analyses: [{id: a, compare: y, adjust: [age]}]
                missing: all-missing-none
                """;
        Path filled = file("people.csv", SMALL.replace("9,IPS,B,50,100,,2", "9,IPS,B,50,100,no,2"));
        Run none = small(filled, "--outcome", "y", "--adjust", "age");
        file("people.csv", SMALL);
        Run planned = compare(file("plan.yaml", plan), "--format", "csv");
        assertThat(planned.value("all-missing-none", "standardisation-ye", "risk-difference", "estimate"))
                .isEqualTo(none.value("none-missing", "standardisation-ye", "risk-difference", "estimate"));
    }

    private void refusedPlan(String plan, String line, String... words) throws IOException {
        Path wrong = file(
                "wrong.yaml",
                plan.replace(
                        "    methods: {risk-difference: miettinen-nurminen, risk-ratio: miettinen-nurminen}",
                        "    " + line));
        Run run = compare(wrong);
        assertThat(run.exit()).as(run.err()).isEqualTo(4);
        assertThat(run.err()).contains(words);
    }
}
