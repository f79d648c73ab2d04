package org.ipstrial.analysis.evidence.pooling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.analysis.evidence.pooling.studies.EmptyCells;
import org.ipstrial.analysis.evidence.pooling.studies.MetaSettings;
import org.ipstrial.analysis.evidence.pooling.studies.PooledStudy;
import org.ipstrial.analysis.evidence.pooling.studies.SharedArms;
import org.ipstrial.analysis.evidence.pooling.studies.StudySet;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.dataset.studies.Studies;
import org.ipstrial.dataset.studies.Study;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;

/** What do the trials say together? */
public final class Meta {

    /** The command's name. */
    public static final String NAME = "meta";

    private final MetaSettings settings;
    private final Findings findings;
    private final Location where;
    private final MetaRows rows;
    private final PoolingRows pooling;

    private Meta(MetaSettings settings, Findings findings, Location where) {
        this.settings = settings;
        this.findings = findings;
        this.where = where;
        this.rows = new MetaRows(settings.measure(), settings.level());
        this.pooling = new PoolingRows(rows, settings.methods());
    }

    /**
     * Pools studies.
     *
     * @param findings where warnings go
     * @param where    the table, for findings about several of its rows
     * @throws org.ipstrial.finding.RefusedException if studies cannot be pooled as they stand
     */
    public static ResultTable of(Studies studies, MetaSettings settings, Findings findings, Location where) {
        return new Meta(settings, findings, where).table(studies, Optional.empty());
    }

    /**
     * Pools studies, with one trial among them and without it.
     *
     * @param own      that trial, unlike any other by its name
     * @param findings where warnings go
     * @param where    the table, for findings about several of its rows
     * @throws org.ipstrial.finding.RefusedException if studies cannot be pooled as they stand
     */
    public static ResultTable with(
            Study own, Studies studies, MetaSettings settings, Findings findings, Location where) {
        List<Study> all = new ArrayList<>(studies.studies());
        all.add(own);
        return new Meta(settings, findings, where).table(new Studies(all, studies.numbered()), Optional.of(own.name()));
    }

    private ResultTable table(Studies studies, Optional<String> ownTrial) {
        List<PooledStudy> independent = new SharedArms(settings, findings, where).of(studies);
        List<PooledStudy> treated =
                new EmptyCells(settings, !pooling.methods().isEmpty(), findings, where).of(independent);
        findings.throwIfRefused();
        StudySet set = StudySet.of(treated);
        StudyRows own = new StudyRows(rows);
        List<Result> results = new ArrayList<>(own.of(treated));
        results.addAll(own.total(treated, set, pooling.methods().isEmpty()));
        results.addAll(own.weights(set, pooling.methods()));
        List<Result> pooled = pooling.of(set, "");
        results.addAll(pooled);
        ShareRows shares = new ShareRows(rows, settings.zeroCells());
        List<Result> ofArms = shares.of(treated);
        results.addAll(ofArms);
        results.addAll(shares.absolute(set, pooling.methods(), ofArms));
        settings.subgroup()
                .ifPresent(
                        column -> results.addAll(new SubgroupRows(rows, pooling).of(treated, column, findings, where)));
        if (!settings.moderators().isEmpty()) {
            results.addAll(new ModeratorRows(rows, pooling, settings.moderators(), studies).of(set, findings, where));
        }
        ownTrial.ifPresent(name -> results.addAll(new OwnRows(rows, pooling).of(treated, name)));
        results.addAll(more(set));
        results.addAll(new SmallStudyRows(rows, pooling, findings, where).of(set, settings.smallStudy()));
        findings.throwIfRefused();
        List<Series> funnel = Funnel.of(set, pooled.get(0), rows);
        return new ResultTable(NAME, List.of(), settings.stated(), Map.of(), results, funnel, List.of());
    }

    private List<Result> more(StudySet set) {
        SensitivityRows sensitivity = new SensitivityRows(rows, pooling);
        List<Result> results = new ArrayList<>();
        if (settings.series().contains(MetaSettings.More.LEAVE_ONE_OUT)) {
            results.addAll(sensitivity.leaveOneOut(set));
        }
        if (settings.series().contains(MetaSettings.More.CUMULATIVE)) {
            results.addAll(sensitivity.cumulative(set, findings, where));
        }
        if (settings.series().contains(MetaSettings.More.INFLUENCE)) {
            results.addAll(sensitivity.influence(set));
        }
        return results;
    }
}
