package org.ipstrial.dataset.programme;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipstrial.dataset.CodePointOrder;

/**
 * Reviews, by scale, team in code-point order, and date.
 *
 * @param reviews the reviews, no two of one team, date and scale
 */
public record FidelityReviews(List<FidelityReview> reviews) {

    /** Sorts them. */
    public FidelityReviews {
        reviews = reviews.stream()
                .sorted(Comparator.comparing(FidelityReview::scale)
                        .thenComparing(FidelityReview::team, CodePointOrder.INSTANCE)
                        .thenComparing(FidelityReview::date))
                .toList();
    }

    /** The scales that were used. */
    public List<FidelityScale> scales() {
        return reviews.stream().map(FidelityReview::scale).distinct().toList();
    }

    /** The teams that were reviewed by a scale, in order, each with its reviews, the earliest first. */
    public Map<String, List<FidelityReview>> teams(FidelityScale scale) {
        return reviews.stream()
                .filter(review -> review.scale() == scale)
                .collect(Collectors.groupingBy(FidelityReview::team, LinkedHashMap::new, Collectors.toList()));
    }
}
