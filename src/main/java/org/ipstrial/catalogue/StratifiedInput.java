package org.ipstrial.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Statistic;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.contingency.stratified.StratifiedEffect;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.contingency.stratified.StratifiedTest;
import org.ipstrial.stats.contingency.stratified.Stratum;
import org.ipstrial.stats.location.stratified.SampleStratum;
import org.ipstrial.stats.location.stratified.StratifiedSampleTest;
import org.ipstrial.stats.location.stratified.StratifiedSamples;

/**
 * Runs the methods over strata on reference values, whose input is {@code 3/8 1/4 & 2/9 8/11}, group and reference of each
 * stratum, {@code 0/0} where an arm is absent; or {@code 1 2 | 3 & 4 | 5 6} of amounts. Behind it may stand what is
 * tested, as {@link AmountEvaluation} has it.
 */
public final class StratifiedInput {

    private StratifiedInput() {}

    /** A family of effects whose first method is the default. */
    static Family<StratifiedEffect> effects(Measure measure, List<Method<StratifiedEffect>> methods) {
        return new Family<>(measure, Family.Input.STRATIFIED_BINARY, 1, methods, StratifiedInput::effect);
    }

    static Map<Statistic, Quantity> effect(StratifiedEffect function, String input, double level) {
        String[] asked = AmountEvaluation.asked(input);
        Map<Statistic, Quantity> numbers = Evaluation.numbers(function.of(tables(input), level));
        if (asked.length > 0) {
            numbers.putAll(Evaluation.numbers(function.test(
                    tables(input), Double.parseDouble(asked[1]), AmountEvaluation.alternative(asked[0]))));
        }
        return numbers;
    }

    static Map<Statistic, Quantity> test(StratifiedTest function, String input, double level) {
        return Evaluation.numbers(function.of(tables(input), alternative(input)));
    }

    static Map<Statistic, Quantity> test(StratifiedSampleTest function, String input, double level) {
        return Evaluation.numbers(function.of(samples(input), alternative(input), AmountEvaluation.resampling(input)));
    }

    private static Alternative alternative(String input) {
        String[] asked = AmountEvaluation.asked(input);
        return asked.length == 0 ? Alternative.TWO_SIDED : AmountEvaluation.alternative(asked[0]);
    }

    /** The strata of counts, named by their numbers from 1. */
    public static StratifiedTables tables(String input) {
        List<Stratum> strata = new ArrayList<>();
        for (String stratum : strata(input)) {
            int[] numbers = new int[4];
            String[] parts = stratum.split("[/ ]", -1);
            if (parts.length != numbers.length) {
                throw new IllegalArgumentException("a stratum is written such as 36/154 12/77, got " + stratum);
            }
            for (int i = 0; i < parts.length; i++) {
                numbers[i] = Integer.parseInt(parts[i]);
            }
            strata.add(Stratum.of(Integer.toString(strata.size() + 1), numbers[0], numbers[1], numbers[2], numbers[3]));
        }
        return new StratifiedTables(strata);
    }

    /** The strata of amounts, named by their numbers from 1. */
    public static StratifiedSamples samples(String input) {
        List<SampleStratum> strata = new ArrayList<>();
        for (String stratum : strata(input)) {
            String[] arms = stratum.split("\\|", -1);
            if (arms.length != 2) {
                throw new IllegalArgumentException("a stratum is written such as 1 2 3 | 4 5 6, got " + stratum);
            }
            strata.add(new SampleStratum(Integer.toString(strata.size() + 1), arm(arms[0]), arm(arms[1])));
        }
        return new StratifiedSamples(strata);
    }

    private static double[] arm(String text) {
        return text.isBlank() ? new double[0] : AmountEvaluation.amounts(text);
    }

    private static List<String> strata(String input) {
        List<String> strata = new ArrayList<>();
        for (String stratum : input.split(";", -1)[0].split("&", -1)) {
            strata.add(stratum.strip());
        }
        return strata;
    }
}
