package org.ipstrial.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;

/**
 * Results that rest on more arms than they name.
 *
 * <p>A test of all arms is printed with so many digits that the counts of one arm can be worked out from those of the others: it
 * is hidden as soon as any of its arms is. A p-value that is adjusted over several contrasts can be that of another contrast,
 * and limits with one variance for all arms hold the spread of each: they are hidden in all contrasts of their family as soon
 * as they are in one. So are all hypotheses of a plan, whose adjusted p-values and verdicts tell of each other.
 */
final class OverArms {

    /** A place without its arm, and what is told of it. */
    private record Family(String analysis, String outcome, String timepoint, String stratum, List<String> what) {}

    private final Set<Family> hidden = new HashSet<>();
    private final boolean hypotheses;

    /**
     * Looks at the results of a table.
     *
     * @param places the places that are hidden
     * @param alone  whether a result is hidden for what it is about itself
     */
    OverArms(List<Result> results, Set<Place> places, Predicate<Result> alone) {
        places.forEach(place -> hidden.add(
                new Family(place.analysis(), place.outcome(), place.timepoint(), place.stratum(), List.of())));
        results.stream()
                .filter(result -> isAdjusted(result.key()) && alone.test(result))
                .forEach(result -> hidden.add(family(result.key())));
        hypotheses = results.stream()
                .map(Result::key)
                .filter(key -> Names.isHypothesis(key.term()))
                .anyMatch(key -> isOverHidden(key)
                        || results.stream().anyMatch(result -> isBase(result.key(), key) && alone.test(result)));
    }

    /** Whether a result is hidden because of an arm that it does not name. */
    boolean hides(Result result) {
        ResultKey key = result.key();
        return Names.isHypothesis(key.term()) ? hypotheses : isOverHidden(key);
    }

    private boolean isOverHidden(ResultKey key) {
        if (isOfAllArms(key)) {
            return hidden.contains(
                    new Family(key.analysis(), key.outcome(), key.timepoint(), key.stratum(), List.of()));
        }
        return isAdjusted(key) && hidden.contains(family(key));
    }

    /** A test of all arms, which counts nobody. */
    static boolean isOfAllArms(ResultKey key) {
        return key.measure() == Measure.TEST
                && key.group().equals(ResultKey.ALL_ARMS)
                && key.reference().isEmpty();
    }

    /** Whether a number goes over several contrasts: {@code holm} in {@code welch+holm}, {@code student+dunnett}. */
    private static boolean isAdjusted(ResultKey key) {
        return (key.measure() == Measure.TEST || key.measure() == Measure.MEAN_DIFFERENCE)
                && key.method().indexOf('+') >= 0
                && !Names.isHypothesis(key.term());
    }

    /** Whether a hypothesis is about a result, perhaps one over strata or with covariates. */
    private static boolean isBase(ResultKey base, ResultKey hypothesis) {
        return base.analysis().equals(hypothesis.analysis())
                && base.outcome().equals(hypothesis.outcome())
                && base.timepoint().equals(hypothesis.timepoint())
                && base.stratum().equals(hypothesis.stratum())
                && base.group().equals(hypothesis.group())
                && base.reference().equals(hypothesis.reference())
                && base.measure() == hypothesis.measure()
                && hypothesis.method().startsWith(base.method());
    }

    private static Family family(ResultKey key) {
        return new Family(
                key.analysis(), key.outcome(), key.timepoint(), key.stratum(), List.of(key.method(), key.term()));
    }
}
