package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code fine-gray}, {@code ipcw-ancova} and {@code cox-exact} of {@code ipstrial survival}, on 90 invented people. */
class SurvivalModelsTest {

    private static final String DATA = "src/test/resources/survival/first-job.csv";

    /** R 4.2.2 cmprsk 2.2-11: crr(gtol = 1e-13) of the two arms alone; of all arms and site. */
    @ParameterizedTest
    @CsvSource({
        "cause=work, estimate, 3.44545888285",
        "cause=work, conf.low, 1.67629305499",
        "cause=work, conf.high, 7.08180880311",
        "cause=work;adjusted-for=site, estimate, 3.31104371324",
        "cause=work;adjusted-for=site, conf.low, 1.57420471885",
        "cause=work;adjusted-for=site, conf.high, 6.96415805372",
    })
    void fineGrayAgreesWithCrr(String term, String statistic, double value) {
        Run run = competing("--method", "fine-gray", "--adjust", "site");

        // Nobody of the reference died: that ratio was named, and is not estimable.
        assertThat(run.exit()).isEqualTo(6);
        assertThat(number(run, ",IPS,SAU,," + term + ",subdistribution-hazard-ratio,fine-gray," + statistic + ","))
                .isCloseTo(value, within(1e-9 * value));
    }

    /** Nobody of the reference died: crr gives 74617 (18243 to 305207). */
    @Test
    void saysWhereThereIsNoRatio() {
        Run run = competing("--method", "fine-gray");
        assertThat(run.out())
                .contains(",IPS,SAU,,cause=death,subdistribution-hazard-ratio,fine-gray,estimate,,ratio,,"
                        + "no-events-in-reference");
        Run text = Run.of(Stream.of(competingArguments("--method", "fine-gray"))
                .map(word -> word.equals("csv") ? "text" : word)
                .toArray(String[]::new));
        assertThat(text.out()).contains("Subdistribution hazard ratio (cause: work): 3.45 (95% CI 1.68 to 7.08).");
    }

    /** R 4.2.2: the estimator of Tian, Zhao and Wei written out, of all arms and site. */
    @ParameterizedTest
    @CsvSource({
        "estimate, -69.6665602756",
        "std.error, 19.147822106",
        "conf.low, -107.195601986",
        "conf.high, -32.1375185656",
    })
    void adjustedRestrictedMeansAgreeWithThePaper(String statistic, double value) {
        Run run = single("--method", "ipcw-ancova", "--adjust", "site", "--tau", "300");

        assertThat(run.exit()).isZero();
        assertThat(number(run, ",300,IPS,SAU,,adjusted-for=site,rmst-difference,ipcw-ancova," + statistic + ","))
                .isCloseTo(value, within(1e-8));
        assertThat(run.out()).contains(",300,IPS,SAU,,,rmst-difference,,estimate,");
    }

    @Test
    void offersThemOnRequestOnly() {
        assertThat(single("--adjust", "site", "--tau", "300").out()).doesNotContain("ipcw-ancova");
        assertThat(competing().out()).doesNotContain("fine-gray");
        assertThat(competing("--method", "all").out()).contains(",fine-gray,");
    }

    @Test
    void refusesThemWhereTheyHaveNothingToWorkOn() {
        assertThat(single("--method", "fine-gray").err())
                .isEqualTo(
                        "ipstrial: --method fine-gray is given without --cause; that method is of ends that compete; name the"
                                + " column of causes, or leave it out; see  ipstrial --help [E001]\n");
        for (String[] options : new String[][] {
            {"--tau", "300"},
            {"--adjust", "site"},
        }) {
            String[] all = Stream.concat(Arrays.stream(options), Stream.of("--method", "ipcw-ancova"))
                    .toArray(String[]::new);
            assertThat(single(all).err())
                    .isEqualTo(
                            "ipstrial: --method ipcw-ancova is given; wanted --tau and --adjust with it, and neither --cause"
                                    + " nor --entry; see  ipstrial --help [E001]\n");
        }
    }

    private static Run single(String... options) {
        return Run.of(arguments("job", options));
    }

    private static Run competing(String... options) {
        return Run.of(competingArguments(options));
    }

    private static String[] competingArguments(String... options) {
        return arguments(
                "ended",
                Stream.concat(Stream.of("--cause", "reason"), Arrays.stream(options))
                        .toArray(String[]::new));
    }

    private static String[] arguments(String event, String... options) {
        return Stream.concat(
                        Stream.of(
                                "survival",
                                DATA,
                                "--time",
                                "days",
                                "--event",
                                event,
                                "--control",
                                "SAU",
                                "--format",
                                "csv"),
                        Arrays.stream(options))
                .toArray(String[]::new);
    }

    private static double number(Run run, String wanted) {
        return run.out()
                .lines()
                .filter(line -> line.contains(wanted))
                .map(line -> line.substring(line.indexOf(wanted) + wanted.length()))
                .mapToDouble(rest -> Double.parseDouble(rest.split(",")[0]))
                .findFirst()
                .orElseThrow();
    }
}
