package org.ipstrial.analysis.evidence.pooling;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ipstrial.analysis.evidence.pooling.studies.StudySet;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.studies.SignificantStudies;
import org.ipstrial.stats.meta.StudyEffects;

/** How many studies are significant, and how many are to be expected: the numbers that tests of an excess hold together. */
final class ExcessRows {

    private final MetaRows rows;

    ExcessRows(MetaRows rows) {
        this.rows = rows;
    }

    /** Both numbers, with a note if there is one; none where no study has an effect. */
    List<Result> of(StudySet set, String note) {
        return set.effects()
                .map(effects -> SignificantStudies.FAMILY.methods().stream()
                        .map(method -> MetaRows.noted(number(effects, method), note))
                        .toList())
                .orElse(List.of());
    }

    private Result number(StudyEffects effects, Method<ToDoubleFunction<StudyEffects>> method) {
        return MetaRows.number(
                rows.key(MetaRows.POOLED, "", "", Measure.SIGNIFICANT_STUDIES, method.id()),
                method.function().applyAsDouble(effects),
                Unit.COUNT);
    }
}
