package org.ipstrial.catalogue.adjusted;

import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.adjusted.AdjustedMethod;
import org.ipstrial.stats.adjusted.ArmContrasts;

/** What the families of effects with covariates in the model have in common. */
final class AdjustedEffects {

    private AdjustedEffects() {}

    /** A family of effects whose first method is the default, and whose methods test for a given effect. */
    static Family<AdjustedMethod> family(Measure measure, double noEffect, List<Method<AdjustedMethod>> methods) {
        return family(measure, Family.Input.ADJUSTED, 1, noEffect, methods);
    }

    /** A family of effects whose methods test for a given effect. */
    static Family<AdjustedMethod> family(
            Measure measure, Family.Input input, int defaults, double noEffect, List<Method<AdjustedMethod>> methods) {
        return new Family<>(
                measure,
                input,
                defaults,
                methods,
                (method, data, level) -> numbers(method, AdjustedInput.of(data), noEffect, level));
    }

    private static Map<Statistic, Quantity> numbers(
            AdjustedMethod method, AdjustedInput input, double noEffect, double level) {
        ArmContrasts contrasts = method.of(input.data());
        Map<Statistic, Quantity> numbers =
                Evaluation.numbers(contrasts.estimate(input.group(), input.reference(), level));
        numbers.putAll(
                Evaluation.numbers(contrasts.test(input.group(), input.reference(), noEffect, Alternative.TWO_SIDED)));
        return numbers;
    }
}
