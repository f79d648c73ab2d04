package org.ipstrial.analysis.evidence.pooling.studies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.studies.PoolingMethods;
import org.ipstrial.catalogue.studies.VarianceEstimators;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.contingency.stratified.Stratum;
import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.Pooled;
import org.ipstrial.stats.meta.Pooling;
import org.ipstrial.stats.meta.QProfile;
import org.ipstrial.stats.meta.RandomEffects;
import org.ipstrial.stats.meta.StudyEffect;
import org.ipstrial.stats.meta.StudyEffects;

/** Some studies as the methods take them. A variance between studies is estimated once, whatever limits are made of it. */
public final class StudySet {

    private final List<PooledStudy> known;
    private final Optional<StudyEffects> effects;
    private final Optional<StratifiedTables> tables;
    private final Map<String, Double> tauSquared = new HashMap<>();
    private Optional<MetaModel> model = Optional.empty();
    private Optional<QProfile> profile = Optional.empty();

    private StudySet(List<PooledStudy> known, Optional<StudyEffects> effects, Optional<StratifiedTables> tables) {
        this.known = known;
        this.effects = effects;
        this.tables = tables;
    }

    public static StudySet of(List<PooledStudy> studies) {
        List<PooledStudy> known =
                studies.stream().filter(study -> study.known().isPresent()).toList();
        double[] y = new double[known.size()];
        double[] v = new double[known.size()];
        for (int i = 0; i < y.length; i++) {
            StudyEffect.Known effect = known.get(i).known().orElseThrow();
            y[i] = effect.estimate();
            v[i] = effect.variance();
        }
        boolean whole = studies.stream().allMatch(study -> study.table().isPresent());
        return new StudySet(
                known,
                y.length > 0 ? Optional.of(StudyEffects.of(y, v)) : Optional.empty(),
                whole && !studies.isEmpty()
                        ? Optional.of(new StratifiedTables(studies.stream()
                                .map(study ->
                                        Stratum.of(study.name(), study.table().orElseThrow()))
                                .toList()))
                        : Optional.empty());
    }

    /** The studies that have an effect. */
    public List<PooledStudy> known() {
        return known;
    }

    /** How many have an effect. */
    public int count() {
        return known.size();
    }

    /** Their effects; none where no study has one. */
    public Optional<StudyEffects> effects() {
        return effects;
    }

    /** One mean for all effects, of which there must be some. */
    public MetaModel model() {
        if (model.isEmpty()) {
            model = Optional.of(MetaModel.ofMean(effects.orElseThrow()));
        }
        return model.get();
    }

    /** The counts of all studies, those without an effect too; none where a count is not whole. */
    public Optional<StratifiedTables> tables() {
        return tables;
    }

    /** The pooled effect. */
    public Pooled pooled(Method<Pooling> method, double level) {
        if (effects.isEmpty()) {
            return Pooled.notEstimable(Reason.NO_STUDY_WITH_AN_EFFECT);
        }
        if (PoolingMethods.limits(method).isEmpty() || count() < 2) {
            return method.function().of(effects.get(), level);
        }
        return RandomEffects.of(
                model(), tauSquared(method), PoolingMethods.limits(method).get(), level);
    }

    /** The variance between at least two studies; 0 where the method takes none. */
    public double tauSquared(Method<Pooling> method) {
        if (PoolingMethods.limits(method).isEmpty()) {
            return 0;
        }
        var estimator = VarianceEstimators.of(method.id());
        return tauSquared.computeIfAbsent(
                estimator.id(), any -> estimator.function().of(model()));
    }

    /** The limits of the variance between at least two studies. */
    public QProfile profile(double level) {
        if (profile.isEmpty()) {
            profile = Optional.of(QProfile.of(model(), level));
        }
        return profile.get();
    }
}
