package org.ipstrial.dataset.studies;

import java.util.Comparator;
import java.util.List;
import org.ipstrial.dataset.CodePointOrder;

/**
 * Studies by year and name, those without a year last: the order of the rows changes nothing.
 *
 * @param studies  the studies
 * @param numbered the columns among their levels that hold numbers
 */
public record Studies(List<Study> studies, List<String> numbered) {

    /** Sorts them. */
    public Studies {
        studies = studies.stream()
                .sorted(Comparator.comparing((Study study) -> study.year().orElse(Integer.MAX_VALUE))
                        .thenComparing(Study::name, CodePointOrder.INSTANCE))
                .toList();
        numbered = List.copyOf(numbered);
    }
}
