package org.ipstrial.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Statistic;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.location.TwoSampleEffect;
import org.ipstrial.stats.location.TwoSampleTest;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.resampling.RandomStreams;
import org.ipstrial.stats.resampling.Resampling;

/**
 * Runs the methods for amounts on reference values, whose input is {@code 1 2 3 | 4 5 6}, group and reference. Behind it
 * may stand what is tested: {@code ; greater} of a test, {@code ; greater -0.5} of an effect and a margin; the limits are
 * then of that side.
 */
final class AmountEvaluation {

    private static final long SEED = 20120101;
    private static final int RESAMPLES = 10_000;

    private AmountEvaluation() {}

    static Map<Statistic, Quantity> test(TwoSampleTest function, String input, double level) {
        String[] asked = asked(input);
        Alternative alternative = asked.length == 0 ? Alternative.TWO_SIDED : alternative(asked[0]);
        return Evaluation.numbers(function.of(samples(input), alternative, resampling(input)));
    }

    static Map<Statistic, Quantity> effect(TwoSampleEffect function, String input, double level) {
        String[] asked = asked(input);
        if (asked.length == 0) {
            return Evaluation.numbers(function.of(samples(input), level, resampling(input)));
        }
        Alternative alternative = alternative(asked[0]);
        Map<Statistic, Quantity> numbers =
                Evaluation.numbers(function.of(samples(input), level, alternative, resampling(input)));
        numbers.putAll(Evaluation.numbers(function.test(samples(input), Double.parseDouble(asked[1]), alternative)));
        return numbers;
    }

    static String[] asked(String input) {
        int at = input.indexOf(';');
        return at < 0 ? new String[0] : input.substring(at + 1).strip().split(" ");
    }

    static Alternative alternative(String id) {
        return Arrays.stream(Alternative.values())
                .filter(alternative -> alternative.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("wanted two-sided, greater or less, got " + id));
    }

    static Resampling resampling(String input) {
        return new Resampling(RESAMPLES, RandomStreams.of(SEED, List.of("reference values", input)), 1);
    }

    private static TwoSamples samples(String input) {
        String[] arms = input.split(";", -1)[0].split("\\|", -1);
        if (arms.length != 2) {
            throw new IllegalArgumentException("wanted amounts as in 1 2 3 | 4 5 6, got " + input);
        }
        return new TwoSamples(amounts(arms[0]), amounts(arms[1]));
    }

    static double[] amounts(String arm) {
        return Arrays.stream(arm.strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
