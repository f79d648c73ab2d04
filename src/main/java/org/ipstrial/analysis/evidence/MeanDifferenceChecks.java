package org.ipstrial.analysis.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Result;
import org.ipstrial.dataset.claims.ArmClaim;
import org.ipstrial.stats.consistency.PrintedMeans;
import org.ipstrial.stats.consistency.PrintedNumber;
import org.ipstrial.stats.consistency.Window;

/** Whether a printed difference in means is that of the printed means, and whether a printed spread is what it is called. */
final class MeanDifferenceChecks {

    private MeanDifferenceChecks() {}

    static List<Result> of(
            Claim claim, PrintedEffect printed, Optional<ArmClaim> arm, Optional<ArmClaim> reference, double level) {
        Optional<PrintedNumber> one = arm.flatMap(ArmClaim::mean).map(PrintedEffect::number);
        Optional<PrintedNumber> other = reference.flatMap(ArmClaim::mean).map(PrintedEffect::number);
        if (one.isEmpty() || other.isEmpty()) {
            return List.of(claim.notTestable("effect", "no-means"));
        }
        List<Result> results = new ArrayList<>();
        printed.estimate().ifPresent(estimate -> {
            Window difference = one.get().window().minus(other.get().window());
            results.add(
                    difference.overlaps(estimate.window())
                            ? claim.verdict("effect", Verdict.CONSISTENT, "", 1)
                            : claim.verdict("effect", Verdict.INCONSISTENT, "not-of-these-means", 0));
        });
        if (printed.low().isPresent() && printed.high().isPresent()) {
            Optional<PrintedMeans> group = means(arm.orElseThrow());
            Optional<PrintedMeans> with = means(reference.orElseThrow());
            results.add(
                    group.isEmpty() || with.isEmpty()
                            ? claim.notTestable("interval", "no-spread")
                            : interval(claim, printed, group.get(), with.get(), level));
        }
        return results;
    }

    private static Optional<PrintedMeans> means(ArmClaim arm) {
        return arm.mean().isPresent()
                        && arm.sd().isPresent()
                        && arm.n().filter(n -> n > 1).isPresent()
                ? Optional.of(new PrintedMeans(
                        PrintedEffect.number(arm.mean().get()),
                        PrintedEffect.number(arm.sd().get()),
                        arm.n().get()))
                : Optional.empty();
    }

    private static Result interval(
            Claim claim, PrintedEffect printed, PrintedMeans group, PrintedMeans with, double level) {
        Window low = printed.low().orElseThrow().window();
        Window high = printed.high().orElseThrow().window();
        if (high.high() < low.low()) {
            return claim.verdict("interval", Verdict.INCONSISTENT, "limits-out-of-order", 0);
        }
        Window width = high.minus(low);
        int asDeviations = 0;
        int asErrors = 0;
        for (boolean pooled : new boolean[] {false, true}) {
            asDeviations +=
                    width.overlaps(group.halfWidth(with, level, pooled, false).times(2)) ? 1 : 0;
            asErrors +=
                    width.overlaps(group.halfWidth(with, level, pooled, true).times(2)) ? 1 : 0;
        }
        if (asDeviations > 0) {
            return claim.verdict("interval", Verdict.CONSISTENT, "", asDeviations);
        }
        return asErrors > 0
                ? claim.verdict("interval", Verdict.ONLY_IF, "spread-is-standard-error", asErrors)
                : claim.verdict("interval", Verdict.ONLY_IF, "other-method", 0);
    }
}
