package org.ipstrial.stats.meta.mixed;

import java.util.List;
import java.util.function.Function;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;

/** What a model of odds ratios takes the counts of a study to be. */
public enum CountModel {
    /** Binomial counts of both arms, with a level for each study that is estimated too. */
    BOTH_ARMS(BinomialArms::new),
    /** The events of the group given those of both arms: the levels drop out. */
    GIVEN_TOTALS(EventsOfGroup::new);

    private final Function<TwoByTwo, StudyLikelihood> likelihood;

    CountModel(Function<TwoByTwo, StudyLikelihood> likelihood) {
        this.likelihood = likelihood;
    }

    /** The studies that tell of an odds ratio: those with somebody who had the event and somebody who had not. */
    List<StudyLikelihood> telling(StratifiedTables studies) {
        return studies.tables().stream()
                .filter(table -> table.events() > 0 && table.events() < table.assessed())
                .map(likelihood)
                .toList();
    }

    /** Whether all effects lie at one and the same end, so that their mean has no bound. */
    static boolean areSeparated(List<StudyLikelihood> studies) {
        return studies.stream().allMatch(StudyLikelihood::isLowest)
                || studies.stream().allMatch(StudyLikelihood::isHighest);
    }
}
