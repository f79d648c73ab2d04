package org.ipstrial.analysis.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Result;
import org.ipstrial.dataset.claims.ArmClaim;
import org.ipstrial.dataset.claims.Printed;
import org.ipstrial.stats.consistency.PrintedNumber;
import org.ipstrial.stats.consistency.WholeNumberFits;
import org.ipstrial.stats.consistency.WholeNumberSpread;

/** Whether the numbers of one arm agree with each other: its flow, its percentage, its mean and spread. */
final class ArmChecks {

    private ArmChecks() {}

    static List<Result> of(ArmClaim arm, ReportContext report) {
        List<Result> results = new ArrayList<>();
        flow(arm).ifPresent(results::add);
        results.addAll(PercentageChecks.of(arm, report));
        arm.mean().ifPresent(mean -> results.addAll(mean(arm, mean)));
        return results;
    }

    /** Randomised, of them analysed, of them with the event. */
    private static Optional<Result> flow(ArmClaim arm) {
        List<String> words = new ArrayList<>();
        arm.randomised().ifPresent(count -> words.add(count + " randomised"));
        arm.n().ifPresent(count -> words.add(count + " analysed"));
        arm.events().ifPresent(count -> words.add(count + " with the event"));
        if (words.size() < 2) {
            return Optional.empty();
        }
        Claim claim = Claim.of(arm.report(), arm.outcome(), arm.arm(), "", String.join(", ", words));
        long randomised = arm.randomised().orElse(Long.MAX_VALUE);
        long n = arm.n().orElse(randomised);
        if (n > randomised) {
            return Optional.of(claim.verdict("flow", Verdict.INCONSISTENT, "more-analysed-than-randomised", 0));
        }
        if (arm.events().filter(events -> events > n).isPresent()) {
            return Optional.of(claim.verdict("flow", Verdict.INCONSISTENT, "more-events-than-people", 0));
        }
        return Optional.of(claim.verdict("flow", Verdict.CONSISTENT, "", 1));
    }

    private static List<Result> mean(ArmClaim arm, Printed printed) {
        String words = "mean " + printed.text()
                + arm.sd().map(sd -> ", SD " + sd.text()).orElse("")
                + arm.n().map(n -> ", n " + n).orElse("");
        Claim claim = Claim.of(arm.report(), arm.outcome(), arm.arm(), "", words);
        if (arm.n().isEmpty() || arm.items().isEmpty()) {
            return List.of(claim.notTestable("mean", arm.n().isEmpty() ? "no-n" : "not-whole-numbers"));
        }
        PrintedNumber mean = new PrintedNumber(printed.value());
        long numbers = arm.n().get() * arm.items().get();
        WholeNumberFits sums = WholeNumberFits.ofMean(mean, numbers);
        List<Result> results = new ArrayList<>();
        if (!sums.any()) {
            results.add(claim.verdict("mean", Verdict.INCONSISTENT, "no-sum-of-n", 0));
            return results;
        }
        results.add(
                WholeNumberFits.meanTells(mean, numbers)
                        ? claim.verdict("mean", Verdict.CONSISTENT, "", sums.count())
                        : claim.verdict("mean", Verdict.NOT_TESTABLE, "n-too-large", sums.count()));
        results.add(claim.fits("mean", sums));
        arm.sd().ifPresent(sd -> {
            boolean allowed = WholeNumberSpread.allows(
                    mean,
                    new PrintedNumber(sd.value()),
                    arm.n().get(),
                    arm.items().get());
            results.add(
                    allowed
                            ? claim.verdict("standard-deviation", Verdict.CONSISTENT, "", 1)
                            : claim.verdict("standard-deviation", Verdict.INCONSISTENT, "no-spread-of-n", 0));
        });
        return results;
    }
}
