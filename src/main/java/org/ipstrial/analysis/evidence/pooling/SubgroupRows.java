package org.ipstrial.analysis.evidence.pooling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipstrial.analysis.Results;
import org.ipstrial.analysis.evidence.pooling.studies.PooledStudy;
import org.ipstrial.analysis.evidence.pooling.studies.StudySet;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.catalogue.Method;
import org.ipstrial.dataset.CodePointOrder;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.meta.MeanLimits;
import org.ipstrial.stats.meta.Pooled;
import org.ipstrial.stats.meta.Pooling;
import org.ipstrial.stats.meta.RandomEffects;
import org.ipstrial.stats.meta.StudyEffects;
import org.ipstrial.stats.meta.moderators.SubgroupTest;

/** The pooled effect of each subgroup of studies, and the test that they are the same. */
final class SubgroupRows {

    private final MetaRows rows;
    private final PoolingRows pooling;

    SubgroupRows(MetaRows rows, PoolingRows pooling) {
        this.rows = rows;
        this.pooling = pooling;
    }

    List<Result> of(List<PooledStudy> studies, String column, Findings findings, Location where) {
        Map<String, List<PooledStudy>> levels = new TreeMap<>(CodePointOrder.INSTANCE);
        studies.forEach(study -> levels.computeIfAbsent(study.levels().get(column), any -> new ArrayList<>())
                .add(study));
        List<Result> results = new ArrayList<>();
        Map<String, StudySet> sets = new TreeMap<>(CodePointOrder.INSTANCE);
        levels.forEach((level, own) -> {
            StudySet set = StudySet.of(own);
            results.addAll(pooling.of(set, Names.pair(column, level)));
            if (set.count() < 2) {
                findings.add(FindingCode.W505, where, level);
            } else {
                sets.put(level, set);
            }
        });
        String term = Names.pair("by", column) + ";"
                + Names.pair("scale", rows.measure().measure().id());
        for (Method<Pooling> method : pooling.methods().stream().limit(1).toList()) {
            results.add(Results.of(
                    rows.key(MetaRows.POOLED, "", term, Measure.INTERACTION_TEST, "cochran-q"),
                    between(List.copyOf(sets.values()), method)));
        }
        return results;
    }

    private TestResult between(List<StudySet> sets, Method<Pooling> method) {
        if (sets.size() < 2) {
            return TestResult.notEstimable(Reason.FEWER_THAN_TWO_STRATA);
        }
        double[] y = new double[sets.size()];
        double[] v = new double[sets.size()];
        for (int i = 0; i < y.length; i++) {
            StudySet set = sets.get(i);
            Pooled plain = RandomEffects.of(set.model(), set.tauSquared(method), MeanLimits.NORMAL, rows.level());
            y[i] = plain.effect().estimate().ifEstimated().orElseThrow();
            double error =
                    plain.effect().standardError().orElseThrow().ifEstimated().orElseThrow();
            v[i] = error * error;
        }
        return SubgroupTest.of(StudyEffects.of(y, v));
    }
}
