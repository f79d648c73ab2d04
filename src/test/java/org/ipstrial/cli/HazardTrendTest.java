package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The figure of proportional hazards: where it is told and where not. */
class HazardTrendTest {

    private static final String NAME = "hazard-trend;group=IPS;reference=SAU;transform=km";

    private static Run survival(String... more) {
        return Run.of(Stream.concat(
                        Stream.of(
                                "survival",
                                "src/test/resources/survival/first-job.csv",
                                "--time",
                                "days",
                                "--event",
                                "job",
                                "--control",
                                "SAU",
                                "--unit",
                                "days",
                                "-q"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void isToldWhereTheTestIsAskedForByName() {
        String test = "test:proportional-hazards-km";
        Run json = survival("--method", test, "--format", "json");
        assertThat(json.exit()).as(json.err()).isZero();
        assertThat(json.out()).contains(NAME, "smooth.low", "smooth.high", "residual", "coefficient");
        assertThat(survival("--method", test, "--format", "html").out())
                .contains("an event: scaled residual", "Smoothed hazard ratio:");
        for (String format : new String[] {"text", "markdown", "latex"}) {
            assertThat(survival("--method", test, "--format", format).out().replaceAll("\\s+", " "))
                    .contains("IPS vs SAU: how the hazard ratio goes with time.", "Smoothed hazard ratio:");
        }
    }

    @Test
    void isNotToldOtherwise() {
        assertThat(survival("--format", "json").out()).doesNotContain("hazard-trend");
        assertThat(survival("--format", "html").out()).doesNotContain("Smoothed hazard");
    }

    @Test
    void aPlanTellsItToo() {
        Run run = Run.of(
                "survival",
                "sample-data/ips-three-arm/trial.yaml",
                "--outcome",
                "time_to_job",
                "--method",
                "test:proportional-hazards-rank",
                "--format",
                "json",
                "-q");
        // Exit code 6: a test that was named is not estimable of every cause.
        assertThat(run.exit()).as(run.err()).isEqualTo(6);
        assertThat(run.out()).contains("hazard-trend;group=", "cause=event;transform=rank");
    }
}
