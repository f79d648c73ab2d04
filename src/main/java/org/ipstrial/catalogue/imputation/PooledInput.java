package org.ipstrial.catalogue.imputation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.imputation.pooling.CompletedEstimate;
import org.ipstrial.stats.imputation.pooling.ImputationsNeeded;
import org.ipstrial.stats.imputation.pooling.MonteCarloError;
import org.ipstrial.stats.imputation.pooling.PoolingScale;
import org.ipstrial.stats.imputation.pooling.RubinRules;

/**
 * Reads what a reference value of pooling is about: {@code pooled 13 14 15 with 3 4 5 of 99} for the estimates, their
 * variances, and the degrees of freedom with nothing missing ({@code Inf} for no end of them); ratios by their logarithms.
 * Behind a semicolon may stand what else is told: {@code ; fraction-missing-information}, {@code ; lambda},
 * {@code ; relative-increase}, {@code ; monte-carlo-error}, {@code ; imputations-needed quadratic} or {@code linear}.
 */
final class PooledInput {

    private static final Pattern POOLED = Pattern.compile("pooled ([^;]+) with ([^;]+) of ([^; ]+)(?:; (.+))?");

    private static final Map<String, Function<List<CompletedEstimate>, Quantity>> OTHERS = Map.of(
            "fraction-missing-information",
                    completed -> RubinRules.of(completed).fractionMissing(),
            "lambda", completed -> RubinRules.of(completed).lambda(),
            "relative-increase", completed -> RubinRules.of(completed).relativeIncrease(),
            "monte-carlo-error",
                    completed -> MonteCarloError.of(completed, rules -> OptionalDouble.of(rules.estimate())),
            "monte-carlo-error of std.error",
                    completed -> MonteCarloError.of(completed, rules -> OptionalDouble.of(rules.standardError())),
            "imputations-needed quadratic",
                    completed -> Quantity.of(ImputationsNeeded.quadratic(
                            fractionMissing(completed),
                            completed.size(),
                            ImputationsNeeded.VARIATION,
                            ImputationsNeeded.LEVEL)),
            "imputations-needed linear",
                    completed -> Quantity.of(ImputationsNeeded.linear(fractionMissing(completed))));

    private PooledInput() {}

    /** The pooled numbers, or the one that is asked for. */
    static Map<Statistic, Quantity> numbers(PoolingScale scale, String input, double level) {
        Matcher read = POOLED.matcher(input);
        if (!read.matches()) {
            throw new IllegalArgumentException(
                    "what is pooled is written such as pooled 13 14 15 with 3 4 5 of 99, got " + input);
        }
        double[] q = numbers(read.group(1));
        double[] u = numbers(read.group(2));
        double df = read.group(3).equals("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(read.group(3));
        List<CompletedEstimate> completed = IntStream.range(0, q.length)
                .mapToObj(i -> new CompletedEstimate(q[i], u[i], df))
                .toList();
        if (read.group(4) != null) {
            return Map.of(Statistic.ESTIMATE, OTHERS.get(read.group(4)).apply(completed));
        }
        RubinRules rules = RubinRules.of(completed);
        Map<Statistic, Quantity> numbers = new EnumMap<>(Evaluation.numbers(scale.shown(rules.limits(level))));
        numbers.putAll(Evaluation.numbers(rules.test(0, Alternative.TWO_SIDED)));
        numbers.put(Statistic.DF, rules.df());
        return numbers;
    }

    private static double fractionMissing(List<CompletedEstimate> completed) {
        return RubinRules.of(completed).fractionMissing().ifEstimated().orElseThrow();
    }

    private static double[] numbers(String text) {
        return Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
