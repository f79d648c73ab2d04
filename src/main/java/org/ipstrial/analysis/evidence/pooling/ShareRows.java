package org.ipstrial.analysis.evidence.pooling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ipstrial.analysis.evidence.pooling.studies.EffectMeasure;
import org.ipstrial.analysis.evidence.pooling.studies.MetaSettings;
import org.ipstrial.analysis.evidence.pooling.studies.PooledStudy;
import org.ipstrial.analysis.evidence.pooling.studies.StudySet;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.studies.PoolingMethods;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.meta.Pooled;
import org.ipstrial.stats.meta.Pooling;
import org.ipstrial.stats.meta.StudyEffect;
import org.ipstrial.stats.meta.StudyEffects;
import org.ipstrial.stats.meta.effect.ArmCounts;
import org.ipstrial.stats.meta.effect.LogitShare;

/**
 * The share of each kind of arm over all studies, and what the pooled effect means for a thousand people. The shares
 * compare nobody: who is in which study was not randomised.
 */
final class ShareRows {

    static final String TREATMENT = "treatment";
    static final String CONTROL = "control";
    static final String NOT_RANDOMISED = "not-randomised";

    /** The term of effects on people of whom so many would have the event anyway. */
    static final String ASSUMED = "assumed=pooled-control-share";

    private final MetaRows rows;
    private final MetaSettings.ZeroCells zeroCells;

    ShareRows(MetaRows rows, MetaSettings.ZeroCells zeroCells) {
        this.rows = rows;
        this.zeroCells = zeroCells;
    }

    /** The pooled share of both kinds of arm. */
    List<Result> of(List<PooledStudy> studies) {
        List<ArmCounts> counts = studies.stream()
                .map(PooledStudy::counts)
                .flatMap(Optional::stream)
                .toList();
        if (counts.isEmpty()) {
            return List.of();
        }
        return List.of(
                share(TREATMENT, counts, ArmCounts::groupEvents, ArmCounts::groupPeople),
                share(CONTROL, counts, ArmCounts::referenceEvents, ArmCounts::referencePeople));
    }

    private Result share(
            String arm,
            List<ArmCounts> counts,
            ToDoubleFunction<ArmCounts> events,
            ToDoubleFunction<ArmCounts> people) {
        Method<Pooling> method = PoolingMethods.FAMILY.methods().get(0);
        ResultKey key = rows.key(arm, "", "", Measure.PROPORTION, method.id());
        List<StudyEffect.Known> logits = new ArrayList<>();
        for (ArmCounts study : counts) {
            StudyEffect logit = logit(events.applyAsDouble(study), people.applyAsDouble(study));
            if (logit instanceof StudyEffect.Unknown unknown) {
                return rows.estimate(key, Estimate.notEstimable(unknown.reason()), Unit.PROPORTION);
            }
            logits.add((StudyEffect.Known) logit);
        }
        Pooled pooled = method.function()
                .of(
                        StudyEffects.of(
                                logits.stream()
                                        .mapToDouble(StudyEffect.Known::estimate)
                                        .toArray(),
                                logits.stream()
                                        .mapToDouble(StudyEffect.Known::variance)
                                        .toArray()),
                        rows.level());
        Estimate logit = pooled.effect();
        Estimate share =
                new Estimate(share(logit.estimate()), Optional.empty(), share(logit.lower()), share(logit.upper()));
        return MetaRows.noted(rows.estimate(key, share, Unit.PROPORTION), NOT_RANDOMISED);
    }

    private StudyEffect logit(double events, double people) {
        StudyEffect logit = LogitShare.of(events, people);
        return logit instanceof StudyEffect.Unknown && zeroCells == MetaSettings.ZeroCells.ADD_HALF
                ? LogitShare.of(events + 0.5, people + 1)
                : logit;
    }

    private static Quantity share(Quantity logit) {
        return logit.ifEstimated().isPresent()
                ? Quantity.of(LogitShare.share(logit.ifEstimated().getAsDouble()))
                : logit;
    }

    /** The difference that the pooled effect makes where as many would have the event anyway as in the control arms. */
    List<Result> absolute(StudySet set, List<Method<Pooling>> methods, List<Result> shares) {
        Optional<Double> control = shares.stream()
                .filter(share -> share.key().group().equals(CONTROL))
                .flatMap(share -> share.value(Statistic.ESTIMATE).stream())
                .findFirst();
        boolean ratio = rows.measure() == EffectMeasure.RISK_RATIO || rows.measure() == EffectMeasure.ODDS_RATIO;
        if (control.isEmpty() || !ratio || methods.isEmpty()) {
            return List.of();
        }
        double risk = control.get();
        Estimate effect =
                rows.measure().read(set.pooled(methods.get(0), rows.level()).effect());
        Estimate difference = new Estimate(
                difference(effect.estimate(), risk),
                Optional.empty(),
                difference(effect.lower(), risk),
                difference(effect.upper(), risk));
        return List.of(rows.estimate(
                rows.key(
                        MetaRows.POOLED,
                        "",
                        ASSUMED,
                        Measure.RISK_DIFFERENCE,
                        methods.get(0).id()),
                difference,
                Unit.PROPORTION_DIFFERENCE));
    }

    private Quantity difference(Quantity effect, double risk) {
        if (effect.ifEstimated().isEmpty()) {
            return effect;
        }
        double ratio = effect.ifEstimated().getAsDouble();
        double with = rows.measure() == EffectMeasure.RISK_RATIO
                ? Math.min(1, risk * ratio)
                : ratio * risk / (1 - risk + ratio * risk);
        return Quantity.of(with - risk);
    }
}
