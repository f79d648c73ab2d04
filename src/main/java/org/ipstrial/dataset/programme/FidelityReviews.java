package org.ipstrial.dataset.programme;

import java.util.Comparator;
import java.util.List;
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

    /** The teams that were reviewed by a scale. */
    public List<String> teams(FidelityScale scale) {
        return reviews.stream()
                .filter(review -> review.scale() == scale)
                .map(FidelityReview::team)
                .distinct()
                .toList();
    }

    /** The reviews of one team by one scale, the earliest first. */
    public List<FidelityReview> of(FidelityScale scale, String team) {
        return reviews.stream()
                .filter(review -> review.scale() == scale && review.team().equals(team))
                .toList();
    }
}
