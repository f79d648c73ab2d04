package org.ipstrial.analysis.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.ipstrial.dataset.claims.ArmClaim;
import org.ipstrial.stats.consistency.ImpliedDenominators;
import org.ipstrial.stats.consistency.PrintedNumber;
import org.ipstrial.stats.consistency.WholeNumberFits;
import org.ipstrial.stats.proportion.BinomialCount;

/**
 * The counts that an arm's printed numbers leave possible.
 *
 * @param counts the counts; none where the arm's numbers allow none, or far too many
 * @param known  whether the number of people is printed, or can be that randomised
 */
record CandidateCounts(List<BinomialCount> counts, boolean known) {

    private static final int MOST = 20_000;

    static CandidateCounts of(ArmClaim arm) {
        if (arm.n().isPresent() && arm.events().isPresent()) {
            return exactly(arm.events().get(), arm.n().get());
        }
        if (arm.n().isPresent()) {
            return arm.percent()
                    .map(percent -> new CandidateCounts(
                            counts(List.of(WholeNumberFits.ofPercentage(
                                    new PrintedNumber(percent.value()), arm.n().get()))),
                            true))
                    .orElse(NONE);
        }
        if (arm.percent().isEmpty() || arm.randomised().isEmpty()) {
            return arm.events().isPresent() && arm.randomised().isPresent()
                    ? exactly(arm.events().get(), arm.randomised().get())
                    : NONE;
        }
        PrintedNumber percent = new PrintedNumber(arm.percent().get().value());
        long randomised = arm.randomised().get();
        if (arm.events().isPresent()) {
            ImpliedDenominators implied =
                    ImpliedDenominators.of(percent, arm.events().get(), randomised);
            List<WholeNumberFits> fits = LongStream.rangeClosed(implied.least(), implied.most())
                    .limit(MOST)
                    .mapToObj(n -> new WholeNumberFits(
                            n, arm.events().get(), arm.events().get()))
                    .toList();
            return new CandidateCounts(counts(fits), implied.has(randomised));
        }
        WholeNumberFits all = WholeNumberFits.ofPercentage(percent, randomised);
        if (!all.any() && randomised > WholeNumberFits.MOST_SEARCHED) {
            return NONE;
        }
        return all.any()
                ? new CandidateCounts(counts(List.of(all)), true)
                : new CandidateCounts(counts(WholeNumberFits.ofPercentageUpTo(percent, randomised)), false);
    }

    private static final CandidateCounts NONE = new CandidateCounts(List.of(), true);

    private static CandidateCounts exactly(long events, long people) {
        return events <= people
                ? new CandidateCounts(List.of(new BinomialCount((int) events, (int) people)), true)
                : NONE;
    }

    private static List<BinomialCount> counts(List<WholeNumberFits> fits) {
        List<BinomialCount> counts = new ArrayList<>();
        for (WholeNumberFits fit : fits) {
            if (counts.size() + fit.count() > MOST) {
                return List.of();
            }
            for (long events = fit.least(); events <= fit.most(); events++) {
                counts.add(new BinomialCount((int) events, (int) fit.denominator()));
            }
        }
        return counts;
    }
}
