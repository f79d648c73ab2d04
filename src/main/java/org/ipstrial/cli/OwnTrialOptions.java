package org.ipstrial.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ipstrial.analysis.evidence.pooling.studies.EffectMeasure;
import picocli.CommandLine.ParseResult;

/** A trial of the user's own that joins a table of studies. */
final class OwnTrialOptions {

    private static final CliOption WITH_OWN = CliOption.one(
            "--with-own",
            "PLAN",
            "Pool with the trial of a plan too, and say what it changes. Its counts, or means and standard deviations, are"
                    + " printed as those of any study, however few people they are of.");
    private static final CliOption OUTCOME =
            CliOption.one("--own-outcome", "NAME", "Its outcome; without it the first of the plan's first comparison.");
    private static final CliOption ARM = CliOption.one(
            "--own-arm", "LABEL", "The arm that is set against the plan's control; required where there are several.");

    /** The options, in the order of the help page. */
    static final List<CliOption> ALL = List.of(WITH_OWN, OUTCOME, ARM);

    private final ParseResult parsed;

    /**
     * Takes what the user gave.
     *
     * @throws org.ipstrial.finding.RefusedException if an outcome or arm is named of no plan
     */
    OwnTrialOptions(ParseResult parsed) {
        this.parsed = parsed;
        for (CliOption option : List.of(OUTCOME, ARM)) {
            if (option.given(parsed) && !WITH_OWN.given(parsed)) {
                throw OptionChecks.wrong(
                        option.name() + " is given without --with-own", "it is of the trial of a plan");
            }
        }
    }

    /**
     * Refuses to put what a plan gives beside effects as printed.
     *
     * @throws org.ipstrial.finding.RefusedException if the measure is of neither counts nor means
     */
    static void check(EffectMeasure measure) {
        if (measure.ofCounts().isEmpty() && measure.ofMeans().isEmpty()) {
            throw OptionChecks.wrong(
                    "--measure estimate is given with --with-own",
                    "the data of a plan give counts or means; write the printed effect of the trial into the table"
                            + " instead");
        }
    }

    /** The plan, if one is given. */
    Optional<Path> plan() {
        return WITH_OWN.value(parsed).map(Path::of);
    }

    /** The outcome, if the user names one. */
    List<String> outcome() {
        return OUTCOME.value(parsed).stream().toList();
    }

    /** The arm, if the user names one. */
    Optional<String> arm() {
        return ARM.value(parsed);
    }
}
