package org.ipstrial.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.arms.AgainstControlMethods;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.descriptive.QuantileType;
import org.ipstrial.stats.multiplicity.Adjustment;
import org.ipstrial.stats.resampling.Progress;
import org.ipstrial.stats.resampling.RandomStreams;
import org.ipstrial.stats.resampling.Resampling;

/**
 * What the numbers of an analysis depend on besides the data.
 *
 * @param level          confidence level as a fraction
 * @param methods        which methods
 * @param seed           seed of everything random
 * @param resamples      number of bootstrap resamples
 * @param threads        number of threads; changes no number
 * @param quantileType   how quartiles are taken
 * @param higherIsBetter whether more events, or more of an amount, is the good direction
 * @param multiplicity   adjustment for several contrasts, if any
 * @param dunnett        whether it is Dunnett's, which looks at the arms themselves and not at p-values alone
 * @param allPairs       whether the arms besides the control are compared with each other too
 * @param hypothesis     what is tested
 * @param unit           unit of an amount, {@link Unit#NONE} where nobody has said it
 * @param progress       is told how far resampling has come; changes no number
 */
public record AnalysisSettings(
        double level,
        MethodSelection methods,
        long seed,
        int resamples,
        int threads,
        QuantileType quantileType,
        boolean higherIsBetter,
        Optional<Method<Adjustment>> multiplicity,
        boolean dunnett,
        boolean allPairs,
        Hypothesis hypothesis,
        Unit unit,
        Progress progress) {

    /** Checks the level and that nothing is null. */
    public AnalysisSettings {
        Require.fraction("level", level);
        Objects.requireNonNull(methods, "methods");
        Objects.requireNonNull(quantileType, "quantileType");
        Objects.requireNonNull(multiplicity, "multiplicity");
        Objects.requireNonNull(hypothesis, "hypothesis");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(progress, "progress");
    }

    /** The same settings for outcomes of one kind. */
    public AnalysisSettings of(OutcomeKind kind) {
        return with(hypothesis.of(kind));
    }

    /** The same settings with a stated share that the share of each arm is set against. */
    public AnalysisSettings against(double share) {
        return with(hypothesis.against(share));
    }

    private AnalysisSettings with(Hypothesis other) {
        return new AnalysisSettings(
                level,
                methods,
                seed,
                resamples,
                threads,
                quantileType,
                higherIsBetter,
                multiplicity,
                dunnett,
                allPairs,
                other,
                unit,
                progress);
    }

    /** The settings as results state them; what changes no number is not among them. */
    Map<String, Object> stated(Optional<String> control) {
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("level", level);
        stated.put("seed", seed);
        stated.put("rng", RandomStreams.NAME);
        control.ifPresent(label -> stated.put("control", label));
        stated.put("resamples", (long) resamples);
        stated.put("quantile-type", (long) quantileType.number());
        stated.put("better", higherIsBetter ? "higher" : "lower");
        stated.put("contrasts", allPairs ? "all" : "control");
        multiplicity.ifPresent(method -> stated.put("multiplicity", method.id()));
        if (dunnett) {
            stated.put("multiplicity", AgainstControlMethods.DUNNETT);
        }
        hypothesis.state(stated);
        return stated;
    }

    /** The random streams of one result, which nothing else can move. */
    Resampling resampling(ResultKey key) {
        return new Resampling(
                resamples,
                RandomStreams.of(
                        seed,
                        List.of(
                                key.analysis(),
                                key.outcome(),
                                key.timepoint(),
                                key.group(),
                                key.reference(),
                                key.stratum(),
                                key.method())),
                threads,
                progress);
    }
}
