package org.ipstrial.dataset.programme;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One review of one team.
 *
 * @param team   the team
 * @param date   when
 * @param scale  by which scale
 * @param scores the scores by the number of the item, from 1; items that were not rated are not in it
 */
public record FidelityReview(String team, LocalDate date, FidelityScale scale, Map<Integer, Integer> scores) {

    /** Copies the scores, and refuses one that cannot be. */
    public FidelityReview {
        scores = new TreeMap<>(scores);
        int items = scale.items().size();
        scores.forEach((item, score) -> {
            if (item < 1 || item > items || score < FidelityScale.LEAST || score > FidelityScale.MOST) {
                throw new IllegalArgumentException("item must be from 1 to " + items + " and its score from "
                        + FidelityScale.LEAST + " to " + FidelityScale.MOST + ", got " + item + " and " + score);
            }
        });
    }

    /** The score of an item, if it was rated. */
    public Optional<Integer> score(int item) {
        return Optional.ofNullable(scores.get(item));
    }

    /** The sum over items. */
    public ScoreRange total() {
        return sum(1, scale.items().size());
    }

    /** The sum over the items of a section. */
    public ScoreRange sum(FidelityScale.Section section) {
        int[] numbers = scale.numbers(section);
        return sum(numbers[0], numbers[1]);
    }

    private ScoreRange sum(int from, int to) {
        int known = 0;
        int missing = 0;
        for (int item = from; item <= to; item++) {
            Integer score = scores.get(item);
            known += score == null ? 0 : score;
            missing += score == null ? 1 : 0;
        }
        return new ScoreRange(known + missing * FidelityScale.LEAST, known + missing * FidelityScale.MOST, missing);
    }
}
