package org.ipstrial.dataset.programme;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One person's answers to one questionnaire on one day.
 *
 * @param id      the person's pseudonym, which nothing prints
 * @param date    when
 * @param scale   which questionnaire
 * @param answers the scores by question; questions without an answer are not in it
 */
public record Screening(String id, LocalDate date, ScreeningScale scale, Map<String, Integer> answers) {

    /** Copies the answers, and refuses one that cannot be. */
    public Screening {
        answers = new TreeMap<>(answers);
        answers.forEach((question, score) -> {
            if (!scale.questions().contains(question) || score < 0 || score > scale.most()) {
                throw new IllegalArgumentException("question must be one of " + scale.questions()
                        + " and its score from 0 to " + scale.most() + ", got " + question + " and " + score);
            }
        });
    }

    /** The answer to a question, if there is one. */
    public Optional<Integer> answer(String question) {
        return Optional.ofNullable(answers.get(question));
    }

    /** What a question can score: the answer, or anything. */
    public ScoreRange question(String question) {
        return answer(question)
                .map(score -> new ScoreRange(score, score, 0))
                .orElseGet(() -> new ScoreRange(0, scale.most(), 1));
    }

    /** Without the id, which must stand nowhere. */
    @Override
    public String toString() {
        return scale.id() + " screening of " + date;
    }
}
