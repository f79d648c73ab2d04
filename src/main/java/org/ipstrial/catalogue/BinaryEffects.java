package org.ipstrial.catalogue;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Family.Input;
import org.ipstrial.stats.contingency.TwoByTwoEffect;

/** What the families of effects of a yes/no outcome have in common. */
final class BinaryEffects {

    private BinaryEffects() {}

    /** A family of effects whose first method is the default. */
    static Family<TwoByTwoEffect> family(Measure measure, List<Method<TwoByTwoEffect>> methods) {
        return new Family<>(
                measure,
                Input.BINARY,
                1,
                methods,
                (effect, input, level) -> Evaluation.numbers(effect.of(BinaryInput.table(input), level)));
    }
}
