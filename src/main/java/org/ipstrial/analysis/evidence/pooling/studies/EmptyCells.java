package org.ipstrial.analysis.evidence.pooling.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.meta.StudyEffect;

/** What becomes of studies that have no effect as they stand. Nothing is left out or added to in silence. */
public final class EmptyCells {

    private final MetaSettings settings;
    private final boolean needsEffects;
    private final Findings findings;
    private final Location where;

    /**
     * The rule.
     *
     * @param needsEffects whether any method pools the effects of single studies
     */
    public EmptyCells(MetaSettings settings, boolean needsEffects, Findings findings, Location where) {
        this.settings = settings;
        this.needsEffects = needsEffects;
        this.findings = findings;
        this.where = where;
    }

    /** The same studies, those that are mended with another effect. */
    public List<PooledStudy> of(List<PooledStudy> studies) {
        List<PooledStudy> treated = new ArrayList<>();
        List<PooledStudy> silent = new ArrayList<>();
        List<PooledStudy> empty = new ArrayList<>();
        List<PooledStudy> broken = new ArrayList<>();
        for (PooledStudy study : studies) {
            PooledStudy after = study;
            if (study.effect() instanceof StudyEffect.Unknown) {
                if (study.counts().isEmpty()) {
                    broken.add(study);
                } else if (tellsNothing(settings.measure(), study)) {
                    silent.add(study);
                } else {
                    empty.add(study);
                    after = settings.zeroCells() == MetaSettings.ZeroCells.ADD_HALF ? halved(study) : study;
                }
            }
            treated.add(after);
        }
        tell(silent, empty, broken);
        return treated;
    }

    private void tell(List<PooledStudy> silent, List<PooledStudy> empty, List<PooledStudy> broken) {
        String measure = settings.measure().measure().id();
        if (!broken.isEmpty()) {
            findings.add(FindingCode.E513, where, names(broken), measure, reason(broken.get(0)));
        }
        if (!silent.isEmpty()) {
            findings.add(FindingCode.W501, where, measure, names(silent), reason(silent.get(0)));
        }
        if (!empty.isEmpty() && needsEffects) {
            switch (settings.zeroCells()) {
                case REFUSE ->
                    findings.add(
                            FindingCode.E510,
                            where,
                            names(empty),
                            measure,
                            settings.measure() == EffectMeasure.ODDS_RATIO
                                    ? "mantel-haenszel, peto or glmm-conditional"
                                    : "mantel-haenszel");
                case ADD_HALF -> findings.add(FindingCode.W502, where, names(empty));
                case LEAVE_OUT -> findings.add(FindingCode.W503, where, names(empty));
            }
        }
    }

    /**
     * Whether a study tells nothing of a measure, whatever is added to its cells: of a ratio without events, of odds with
     * events only too.
     */
    public static boolean tellsNothing(EffectMeasure measure, PooledStudy study) {
        return study.counts().isPresent()
                && study.effect() instanceof StudyEffect.Unknown unknown
                && measure.isRatio()
                && (unknown.reason() == Reason.NO_EVENTS_IN_EITHER_ARM
                        || (unknown.reason() == Reason.ALL_EVENTS_IN_BOTH_ARMS && measure == EffectMeasure.ODDS_RATIO));
    }

    private PooledStudy halved(PooledStudy study) {
        StudyEffect effect = settings.measure()
                .ofCounts()
                .orElseThrow()
                .of(study.counts().orElseThrow().withHalves());
        return study.with(effect, PooledStudy.HALVES);
    }

    private static String names(List<PooledStudy> studies) {
        String first = studies.stream()
                .limit(10)
                .map(study -> "'" + study.name() + "'")
                .collect(Collectors.joining(", "));
        return studies.size() > 10 ? first + " and " + (studies.size() - 10) + " more" : first;
    }

    private static String reason(PooledStudy study) {
        return ((StudyEffect.Unknown) study.effect()).reason().id();
    }
}
