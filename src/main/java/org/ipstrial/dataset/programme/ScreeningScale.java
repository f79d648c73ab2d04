package org.ipstrial.dataset.programme;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A questionnaire of complaints over the last two weeks: its questions by number, and what an answer scores. */
public enum ScreeningScale {
    /** Generalised anxiety, seven questions of 0 to 3. Source: Spitzer RL et al. (2006), Arch Intern Med 166:1092-1097. */
    GAD_7("GAD-7", 3, List.of("1", "2", "3", "4", "5", "6", "7")),
    /**
     * Major depression, ten items of 0 to 5; items 8 and 10 are two questions each, of which the higher counts. Source: Bech P
     * et al. (2001), J Affect Disord 66:159-164.
     */
    MDI("MDI", 5, List.of("1", "2", "3", "4", "5", "6", "7", "8a", "8b", "9", "10a", "10b"));

    private final String id;
    private final int most;
    private final List<String> questions;

    ScreeningScale(String id, int most, List<String> questions) {
        this.id = id;
        this.most = most;
        this.questions = questions;
    }

    /** The name that files and results use. */
    public String id() {
        return id;
    }

    /** The highest score of a question; the lowest is 0. */
    public int most() {
        return most;
    }

    /** The questions, in order. */
    public List<String> questions() {
        return questions;
    }

    /** The scale of a name. */
    public static Optional<ScreeningScale> named(String name) {
        return Arrays.stream(values()).filter(scale -> scale.id.equals(name)).findFirst();
    }

    /** The names of all. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(ScreeningScale::id).toList();
    }
}
