package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;

/**
 * The people, their arms and their outcomes, within everybody and within each level of some columns.
 *
 * @param analysis    the name of the analysis: the command, or the plan's id
 * @param analysisSet the population: {@link #ALL_ROWS} or {@link #ALL_RANDOMISED}
 * @param people      everybody that counts
 * @param armColumn   the column of the randomised arm
 * @param arms        the arms
 * @param outcomes    the outcomes, in the order asked for
 * @param by          columns within whose levels the analysis is repeated
 * @param stratify    columns over whose crossed levels a comparison is combined
 * @param adjust      covariates that a comparison is adjusted for
 * @param moderators  amounts along which an effect may change
 * @param cluster     the column of the clusters in which people come, of a comparison that looks at them
 */
public record Trial(
        String analysis,
        String analysisSet,
        Cohort people,
        String armColumn,
        Arms arms,
        List<OutcomeDefinition> outcomes,
        List<String> by,
        List<String> stratify,
        List<Covariate> adjust,
        List<Covariate> moderators,
        Optional<String> cluster) {

    /** The population of a table of data with no plan. */
    public static final String ALL_ROWS = "all-rows";

    /** The population where a plan says that the rows are those who were randomised. */
    public static final String ALL_RANDOMISED = "all-randomised";

    /** Copies the lists. */
    public Trial {
        outcomes = List.copyOf(outcomes);
        by = List.copyOf(by);
        stratify = List.copyOf(stratify);
        adjust = List.copyOf(adjust);
        moderators = List.copyOf(moderators);
    }

    /** A trial whose comparisons are neither stratified nor adjusted. */
    public Trial(
            String analysis,
            String analysisSet,
            Cohort people,
            String armColumn,
            Arms arms,
            List<OutcomeDefinition> outcomes,
            List<String> by) {
        this(
                analysis,
                analysisSet,
                people,
                armColumn,
                arms,
                outcomes,
                by,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** The same people with other outcomes. */
    public Trial withOutcomes(List<OutcomeDefinition> others) {
        return new Trial(
                analysis, analysisSet, people, armColumn, arms, others, by, stratify, adjust, moderators, cluster);
    }

    /** Everybody, then each level of each column, of one yes/no outcome. */
    List<ArmData<EventCounts>> events(OutcomeDefinition outcome) {
        return eachStratum(outcome, cohort -> cohort.events(outcome.name()));
    }

    /** Everybody, then each level of each column, of one amount. */
    List<ArmData<Amounts>> amounts(OutcomeDefinition outcome) {
        return eachStratum(outcome, cohort -> cohort.amounts(outcome.name()));
    }

    /** Whether any outcome is of a kind. */
    public boolean has(OutcomeKind kind) {
        return outcomes.stream().anyMatch(outcome -> outcome.kind() == kind);
    }

    /**
     * Everybody, then each level of each column, of one covariate: every arm, then all arms together under the empty name
     * ({@link ResultKey#ALL_ARMS}).
     */
    <D> List<ArmData<D>> covariate(String name, Function<Cohort, D> take) {
        return strata((stratum, cohort) -> {
            Map<String, D> data = perArm(cohort, take);
            data.put(ResultKey.ALL_ARMS, take.apply(cohort));
            return new ArmData<>(analysis, analysisSet, name, "", stratum, data);
        });
    }

    /** Everybody, then each level of each column: the people of every arm, of a time to an event. */
    List<ArmData<Cohort>> times(String event) {
        return strata((stratum, cohort) -> new ArmData<>(
                analysis,
                analysisSet,
                event,
                "",
                stratum,
                perArm(cohort, Function.identity()),
                Strata.none(),
                adjusted(cohort)));
    }

    private <D> List<ArmData<D>> eachStratum(OutcomeDefinition outcome, Function<Cohort, D> take) {
        return strata((stratum, cohort) -> new ArmData<>(
                analysis,
                analysisSet,
                outcome.name(),
                outcome.timepoint(),
                stratum,
                perArm(cohort, take),
                combined(cohort, take),
                adjusted(cohort)));
    }

    private Optional<AdjustedPeople> adjusted(Cohort cohort) {
        return adjust.isEmpty()
                ? Optional.empty()
                : Optional.of(new AdjustedPeople(cohort, armColumn, arms.labels(), adjust, stratify, cluster));
    }

    private <D> Strata<D> combined(Cohort cohort, Function<Cohort, D> take) {
        if (stratify.isEmpty()) {
            return Strata.none();
        }
        Map<String, Map<String, D>> data = new LinkedHashMap<>();
        cohort.strata(stratify)
                .forEach((levels, people) -> data.put(Strata.name(stratify, levels), perArm(people, take)));
        return new Strata<>(stratify, data);
    }

    private <D> List<ArmData<D>> strata(BiFunction<String, Cohort, ArmData<D>> stratum) {
        List<ArmData<D>> strata = new ArrayList<>();
        strata.add(stratum.apply("", people));
        for (String column : by) {
            for (String level : people.levels(column)) {
                strata.add(stratum.apply(Names.pair(column, level), people.at(column, level)));
            }
        }
        return strata;
    }

    private <D> Map<String, D> perArm(Cohort cohort, Function<Cohort, D> take) {
        Map<String, D> data = new LinkedHashMap<>();
        for (String arm : arms.labels()) {
            data.put(arm, take.apply(cohort.at(armColumn, arm)));
        }
        return data;
    }
}
