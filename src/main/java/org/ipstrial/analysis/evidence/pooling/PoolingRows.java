package org.ipstrial.analysis.evidence.pooling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.analysis.MethodSelection;
import org.ipstrial.analysis.Results;
import org.ipstrial.analysis.evidence.pooling.studies.EffectMeasure;
import org.ipstrial.analysis.evidence.pooling.studies.StudySet;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.studies.CountPoolingMethods;
import org.ipstrial.catalogue.studies.CountPoolingMethods.CountPooling;
import org.ipstrial.catalogue.studies.HeterogeneityMethods;
import org.ipstrial.catalogue.studies.PoolingMethods;
import org.ipstrial.catalogue.studies.StudiesData;
import org.ipstrial.catalogue.studies.StudiesTests;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.Pooled;
import org.ipstrial.stats.meta.Pooling;
import org.ipstrial.stats.meta.QProfile;
import org.ipstrial.stats.meta.VarianceShares;

/** What some studies say together, by each method: the effect, how far they differ, where a further one may lie. */
final class PoolingRows {

    private final MetaRows rows;
    private final List<Method<Pooling>> pooling;
    private final List<Method<CountPooling>> counts;
    private final MixedRows mixed;

    PoolingRows(MetaRows rows, MethodSelection methods) {
        this.rows = rows;
        Optional<Family<CountPooling>> family = ofCounts(rows.measure());
        boolean narrowed = (family.filter(methods::names).isPresent() || MixedRows.areNamed(rows, methods))
                && !methods.names(PoolingMethods.FAMILY);
        this.pooling = narrowed ? List.of() : methods.of(PoolingMethods.FAMILY);
        this.counts = family.map(methods::of).orElse(List.of());
        this.mixed = new MixedRows(rows, methods);
    }

    private static Optional<Family<CountPooling>> ofCounts(EffectMeasure measure) {
        return switch (measure) {
            case RISK_RATIO -> Optional.of(CountPoolingMethods.RISK_RATIO);
            case ODDS_RATIO -> Optional.of(CountPoolingMethods.ODDS_RATIO);
            case RISK_DIFFERENCE -> Optional.of(CountPoolingMethods.RISK_DIFFERENCE);
            default -> Optional.empty();
        };
    }

    /** The methods that pool the effects of single studies. */
    List<Method<Pooling>> methods() {
        return pooling;
    }

    /** Everything about some studies. */
    List<Result> of(StudySet studies, String stratum) {
        List<Result> results = new ArrayList<>();
        for (Method<Pooling> method : pooling) {
            Pooled pooled = studies.pooled(method, rows.level());
            ResultKey key = key(stratum, rows.measure().measure(), method);
            results.add(rows.effect(key, pooled));
            rows.logarithm(key, pooled).ifPresent(results::add);
            if (PoolingMethods.limits(method).isPresent()) {
                results.addAll(differences(studies, pooled, stratum, method));
            }
        }
        results.addAll(ofCounts(studies, stratum, ""));
        results.addAll(tests(studies, stratum));
        return results;
    }

    /** The effect of some studies by the methods that take their counts, under a term. */
    List<Result> ofCounts(StudySet studies, String stratum, String term) {
        List<Result> results = new ArrayList<>();
        for (Method<CountPooling> method : counts) {
            Estimate estimate = studies.tables()
                    .map(tables -> method.function().of(tables, rows.level()))
                    .orElse(Estimate.notEstimable(Reason.SPLIT_COUNTS));
            results.add(rows.estimate(
                    rows.key(MetaRows.POOLED, stratum, term, rows.measure().measure(), method.id()),
                    estimate,
                    rows.measure().unit()));
        }
        results.addAll(mixed.of(studies, stratum, term));
        return results;
    }

    private ResultKey key(String stratum, Measure measure, Method<Pooling> method) {
        return rows.key(MetaRows.POOLED, stratum, "", measure, method.id());
    }

    /** How far studies differ. */
    private List<Result> differences(StudySet studies, Pooled pooled, String stratum, Method<Pooling> method) {
        List<Result> results = new ArrayList<>();
        ResultKey tau = key(stratum, Measure.TAU_SQUARED, method);
        ResultKey share = key(stratum, Measure.I_SQUARED, method);
        ResultKey ratio = key(stratum, Measure.H_SQUARED, method);
        if (pooled.tauSquared().isEmpty()) {
            Estimate none = Estimate.notEstimable(Reason.FEWER_THAN_TWO_STUDIES);
            results.add(rows.estimate(tau, none, Unit.NONE));
            results.add(rows.estimate(share, none, Unit.PROPORTION));
            results.add(rows.estimate(ratio, none, Unit.RATIO));
        } else {
            MetaModel model = studies.model();
            QProfile limits = studies.profile(rows.level());
            double tauSquared = pooled.tauSquared().get();
            VarianceShares shares = VarianceShares.of(model, tauSquared, limits);
            results.add(rows.estimate(tau, Estimate.of(tauSquared, limits.lower(), limits.upper()), Unit.NONE));
            results.add(rows.estimate(share, shares.iSquared(), Unit.PROPORTION));
            results.add(rows.estimate(ratio, shares.hSquared(), Unit.RATIO));
        }
        Estimate prediction = HeterogeneityMethods.PREDICTION_INTERVAL
                .methods()
                .get(0)
                .function()
                .of(pooled, studies.count(), rows.level());
        results.add(rows.estimate(
                key(stratum, Measure.PREDICTION_INTERVAL, method),
                rows.measure().read(prediction),
                rows.measure().unit()));
        return results;
    }

    private List<Result> tests(StudySet studies, String stratum) {
        List<Result> results = new ArrayList<>();
        for (Method<StudiesTests.Differ> method : StudiesTests.HETEROGENEITY.methods()) {
            boolean peto = counts.stream().anyMatch(count -> count.id().equals(method.id()));
            if (method.id().equals("cochran-q") || peto) {
                ResultKey key = rows.key(MetaRows.POOLED, stratum, "", Measure.HETEROGENEITY_TEST, method.id());
                boolean possible = studies.effects().isPresent()
                        && (!peto || studies.tables().isPresent());
                results.add(Results.of(
                        key,
                        possible
                                ? method.function()
                                        .of(new StudiesData(studies.effects().orElseThrow(), studies.tables()))
                                : TestResult.notEstimable(Reason.NO_STUDY_WITH_AN_EFFECT)));
            }
        }
        results.addAll(mixed.tests(studies, stratum));
        return results;
    }
}
