package org.ipstrial.analysis.evidence.pooling;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.analysis.evidence.pooling.studies.PooledStudy;
import org.ipstrial.analysis.evidence.pooling.studies.StudySet;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;

/** What the user's own trial does to the pooled effect and to the variance between studies. */
final class OwnRows {

    private static final String OWN = "own";

    private final PoolingRows pooling;
    private final SensitivityRows sensitivity;

    OwnRows(MetaRows rows, PoolingRows pooling) {
        this.pooling = pooling;
        this.sensitivity = new SensitivityRows(rows, pooling);
    }

    /** All studies, then all but one. */
    List<Result> of(List<PooledStudy> studies, String own) {
        List<Result> results = new ArrayList<>(rows(studies, Names.pair(OWN, "with")));
        results.addAll(
                rows(studies.stream().filter(study -> !study.name().equals(own)).toList(), Names.pair(OWN, "without")));
        return results;
    }

    private List<Result> rows(List<PooledStudy> studies, String term) {
        StudySet set = StudySet.of(studies);
        List<Result> results = new ArrayList<>(sensitivity.pooled(set, term));
        results.addAll(pooling.ofCounts(set, "", term));
        return results;
    }
}
