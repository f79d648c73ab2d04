package org.ipstrial.catalogue.studies;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.meta.StudyEffects;
import org.ipstrial.stats.meta.bias.ExcessSignificance;

/** How many studies are significant, and how many are to be expected. */
public final class SignificantStudies {

    private static final String SOURCE = "Ioannidis JPA, Trikalinos TA (2007), Clinical Trials 4:245-253";

    /** The numbers that a test of their excess holds against each other. */
    public static final Family<ToDoubleFunction<StudyEffects>> FAMILY = new Family<>(
            Measure.SIGNIFICANT_STUDIES,
            Family.Input.STUDIES,
            0,
            List.of(
                    new Method<>(
                            "observed",
                            "Studies whose own effect has a two-sided p-value of at most 0.05 by the normal distribution",
                            effects -> ExcessSignificance.exact(effects).observed(),
                            "O = how many have |y|/sqrt(v) >= 1.96",
                            SOURCE,
                            "As a summary: it tells of the size of studies more than of their effects."),
                    new Method<>(
                            "expected",
                            "Studies to be expected with such a p-value if the effect of each were the pooled one",
                            effects -> ExcessSignificance.exact(effects).expected(),
                            "m = sum w y/sum w, w = 1/v; power = P(Z > 1.96 - m/sqrt(v)) + P(Z < -1.96 - m/sqrt(v))\n"
                                    + "E = sum of the powers",
                            SOURCE,
                            "Studies whose effects differ: it is then too small.")),
            (function, input, level) ->
                    Map.of(Statistic.ESTIMATE, Quantity.of(function.applyAsDouble(StudiesInput.effects(input)))));

    private SignificantStudies() {}
}
