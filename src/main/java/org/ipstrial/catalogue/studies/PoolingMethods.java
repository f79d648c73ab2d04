package org.ipstrial.catalogue.studies;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.meta.CommonEffect;
import org.ipstrial.stats.meta.MeanLimits;
import org.ipstrial.stats.meta.Pooled;
import org.ipstrial.stats.meta.Pooling;
import org.ipstrial.stats.meta.RandomEffects;
import org.ipstrial.stats.meta.StudyEffects;
import org.ipstrial.stats.meta.TauSquared;
import org.ipstrial.stats.meta.bias.TrimAndFill;

/** The ways to pool effects of any measure. */
public final class PoolingMethods {

    private static final String SCALE =
            "Effects y with variances v of k studies, of ratios as logarithms; tau^2 by the estimator of that name.\n"
                    + "w = 1/(v + tau^2), m = sum w y/sum w, s = 1/sqrt(sum w), q = sum w (y - m)^2/(k - 1)\n";
    private static final String HK = "+hartung-knapp";
    private static final String FLOORED = "+hartung-knapp-floored";
    private static final String RANDOM = "DerSimonian R, Laird N (1986), Controlled Clinical Trials 7:177-188";
    private static final String KNAPP = "; Hartung J, Knapp G (2001), Statistics in Medicine 20:3875-3889";

    /** The default first. */
    public static final Family<Pooling> FAMILY =
            new Family<>(Measure.ESTIMATE, Family.Input.STUDIES, 2, methods(), PoolingMethods::numbers);

    private PoolingMethods() {}

    private static List<Method<Pooling>> methods() {
        List<Method<Pooling>> methods = new ArrayList<>();
        methods.add(knapp(VarianceEstimators.REML));
        methods.add(plain(VarianceEstimators.REML));
        for (Method<TauSquared> estimator : VarianceEstimators.FAMILY.methods()) {
            if (estimator != VarianceEstimators.REML) {
                methods.add(plain(estimator));
                methods.add(knapp(estimator));
            }
        }
        methods.add(
                new Method<>(
                        "inverse-variance",
                        "Inverse-variance mean of one effect common to all studies",
                        CommonEffect::of,
                        "Effects y with variances v, of ratios as logarithms; w = 1/v\nm = sum w y/sum w, limits = m +- z/sqrt(sum w)",
                        "Cochran WG (1954), Biometrics 10:101-129",
                        "Studies that differ: its limits are then too narrow for anything but the mean of these very studies."));
        for (Method<TauSquared> estimator : VarianceEstimators.FAMILY.methods()) {
            methods.add(floored(estimator));
        }
        return methods;
    }

    private static Method<Pooling> plain(Method<TauSquared> estimator) {
        return new Method<>(
                estimator.id(),
                "Random effects with " + inWords(estimator) + ", normal limits",
                new RandomEffects(estimator.function(), MeanLimits.NORMAL),
                SCALE + "limits = m +- z s",
                RANDOM,
                "Fewer than about ten studies: the variance between studies is taken for known, and the limits are too"
                        + " narrow.");
    }

    private static Method<Pooling> knapp(Method<TauSquared> estimator) {
        return new Method<>(
                estimator.id() + HK,
                "Random effects with " + inWords(estimator) + ", limits of Hartung and Knapp",
                new RandomEffects(estimator.function(), MeanLimits.HARTUNG_KNAPP),
                SCALE + "limits = m +- t s sqrt(q), t with k - 1 degrees of freedom",
                RANDOM + KNAPP,
                "Two or three studies: the limits are very wide. Where studies differ less than chance alone would make"
                        + " them q is below 1 and the limits are narrower than those of a common effect; the plain method"
                        + " stands beside it for that.");
    }

    private static Method<Pooling> floored(Method<TauSquared> estimator) {
        return new Method<>(
                estimator.id() + FLOORED,
                "Random effects with " + inWords(estimator) + ", limits of Hartung and Knapp with q at least 1",
                new RandomEffects(estimator.function(), MeanLimits.HARTUNG_KNAPP_FLOORED),
                SCALE + "limits = m +- t s sqrt(max(1, q)), t with k - 1 degrees of freedom",
                RANDOM + "; Knapp G, Hartung J (2003), Statistics in Medicine 22:2693-2710",
                "It is on the safe side, and too wide on average where studies differ little.");
    }

    private static String inWords(Method<TauSquared> estimator) {
        String name = estimator.name();
        return "the variance between studies" + name.substring(name.indexOf(" by "));
    }

    /** Of the studies as they are, or behind {@code ;trim-and-fill} of those that it fills in too. */
    private static Map<Statistic, Quantity> numbers(Pooling function, String input, double level) {
        StudyEffects effects = StudiesInput.effects(input);
        return numbers(
                StudiesInput.method(input).equals("trim-and-fill")
                        ? TrimAndFill.of(effects, estimator(function)).pooled(function, level)
                        : function.of(effects, level));
    }

    static Map<Statistic, Quantity> numbers(Pooled pooled) {
        Map<Statistic, Quantity> numbers = new EnumMap<>(Statistic.class);
        numbers.putAll(Evaluation.numbers(pooled.effect()));
        numbers.putAll(Evaluation.numbers(pooled.test()));
        return numbers;
    }

    /** How a way to pool estimates the variance between studies; as 0 where it takes none. */
    public static TauSquared estimator(Pooling pooling) {
        return pooling instanceof RandomEffects random ? random.tauSquared() : model -> 0;
    }

    /** How a method makes its limits; nothing where it takes no variance between studies. */
    public static Optional<MeanLimits> limits(Method<Pooling> method) {
        return method.function() instanceof RandomEffects random ? Optional.of(random.limits()) : Optional.empty();
    }
}
