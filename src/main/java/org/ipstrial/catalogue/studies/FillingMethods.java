package org.ipstrial.catalogue.studies;

import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.meta.Pooling;
import org.ipstrial.stats.meta.StudyEffects;
import org.ipstrial.stats.meta.TauSquared;
import org.ipstrial.stats.meta.bias.Filling;
import org.ipstrial.stats.meta.bias.TrimAndFill;

/** How studies are filled in that a funnel lacks. */
public final class FillingMethods {

    /** A way to fill them in. */
    @FunctionalInterface
    public interface Filler {

        /** The studies with what is filled in. */
        Filling of(StudyEffects effects, TauSquared estimator);
    }

    /** How many studies are filled in; what is pooled over all of them has the measure of the effect. */
    public static final Family<Filler> FAMILY = new Family<>(
            Measure.FILLED_STUDIES,
            Family.Input.STUDIES,
            0,
            List.of(new Method<>(
                    "trim-and-fill",
                    "Duval and Tweedie's trim and fill, estimator L0: studies without their mirror image in the funnel",
                    TrimAndFill::of,
                    "Signs changed if small studies have the smaller effects; from q = 0 until q stays:\n"
                            + "m = pooled effect of the k - q smallest y, T = sum of the ranks of |y - m| where y > m\n"
                            + "q = (4 T - k (k + 1))/(2 k - 1), rounded, at least 0\n"
                            + "Filled in: 2 m - y with the same variance, for the q largest y; then pooled as before",
                    "Duval S, Tweedie R (2000), Biometrics 56:455-463",
                    "As a correction: it rests on a funnel that is even but for studies that were never published. Where"
                            + " small studies differ for other reasons it fills in studies that never were; where studies"
                            + " differ much it errs either way. Fewer than ten studies.")),
            (function, input, level) -> {
                Pooling pooling = PoolingMethods.FAMILY
                        .method(StudiesInput.method(input))
                        .orElseThrow()
                        .function();
                return numbers(function.of(StudiesInput.effects(input), PoolingMethods.estimator(pooling)));
            });

    private FillingMethods() {}

    private static Map<Statistic, Quantity> numbers(Filling filling) {
        return Map.of(
                Statistic.ESTIMATE,
                filling instanceof Filling.Done done
                        ? Quantity.of(done.filled())
                        : Quantity.notEstimable(((Filling.Impossible) filling).reason()));
    }
}
