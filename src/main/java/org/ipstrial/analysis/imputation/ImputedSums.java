package org.ipstrial.analysis.imputation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.outcome.SumOf;
import org.ipstrial.stats.imputation.chained.Derived;
import org.ipstrial.stats.imputation.engine.Engine;

/**
 * The sums that the imputation of one outcome has to do with. A sum is never drawn: its parts are, each from the other
 * columns and the other parts, and it follows from them. What it stands for is what the user names: an outcome that is a
 * sum tells of covariates through its parts; a covariate that is a sum tells of everything but its parts, which do so
 * themselves only where they are named as covariates too.
 *
 * @param outcome the outcome
 * @param request what is asked
 * @param all     everybody of the trial, by whom the engine of a part is chosen
 */
record ImputedSums(String outcome, ImputationRequest request, Cohort all) {

    private List<SumOf> sums() {
        return request.sumsOf(outcome);
    }

    /** Whether a name is that of a sum. */
    boolean has(String name) {
        return sums().stream().anyMatch(sum -> sum.name().equals(name));
    }

    /** Whether a name is that of a part. */
    boolean isPart(String name) {
        return sums().stream().anyMatch(sum -> sum.parts().contains(name));
    }

    /** The parts of people, in the order of their names. */
    Map<String, double[]> parts(Cohort people) {
        Map<String, double[]> amounts = PartAmounts.of(sums(), outcome, people);
        Map<String, double[]> parts = new LinkedHashMap<>();
        new TreeSet<>(amounts.keySet()).forEach(part -> parts.put(part, amounts.get(part)));
        return parts;
    }

    /** The engine of a part, as it would be of an outcome. */
    Engine engine(String part) {
        return ImputedColumns.engine(
                Arrays.stream(parts(all).get(part))
                        .filter(value -> !Double.isNaN(value))
                        .toArray(),
                amounts());
    }

    /** The engine of amounts that are no sums and no parts. */
    Engine amounts() {
        return request.amounts();
    }

    /** Each sum, its parts added in the order of their names so that the order in which they were given changes nothing. */
    List<Derived> derived() {
        return sums().stream()
                .map(sum ->
                        Derived.sumOf(sum.name(), sum.parts().stream().sorted().toList()))
                .toList();
    }

    /** The sums that a variable is drawn from. */
    List<String> predicting(String of) {
        return sums().stream()
                .filter(sum -> !sum.name().equals(outcome) && !sum.parts().contains(of))
                .map(SumOf::name)
                .toList();
    }

    /** Whether a variable is drawn from another that may be a part. */
    boolean predicts(String name, String of) {
        return !isPart(name)
                || request.isCovariate(name)
                || sums().stream()
                        .anyMatch(sum -> sum.parts().contains(name)
                                && (sum.name().equals(outcome) || sum.parts().contains(of)));
    }
}
