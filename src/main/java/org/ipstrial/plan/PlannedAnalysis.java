package org.ipstrial.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.MissingRule;
import org.ipstrial.plan.participants.PlannedParticipants;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/**
 * One entry of {@code analyses}.
 *
 * @param id           its name in results
 * @param command      the command that does it
 * @param outcomes     names of the plan's outcomes, each where the analysis names it
 * @param methods      {@code measure:method}, in order
 * @param analysisSet  the set of people, where that is not everybody randomised
 * @param by           columns within whose levels it is repeated
 * @param stratify     columns over whose crossed levels it is combined
 * @param adjust       covariates of the model of all arms, columns or amounts of the participants
 * @param where        levels to keep, by column
 * @param contrasts    {@code control} or {@code all}
 * @param multiplicity adjustment for several contrasts
 * @param level        confidence level as a fraction, as it is written
 * @param alternative  the side on which tests and limits look
 * @param margin       a null value other than no difference, as it is written
 * @param missing      what is done about missing yes/no outcomes
 * @param at           of times to an event, when the curves are read
 * @param tau          of times to an event, within which time restricted means are taken
 * @param cluster      of times to an event and adjusted comparisons, the column of clusters
 * @param target       of shares, the share against which each arm by itself is tested, as it is written
 */
public record PlannedAnalysis(
        Sited<String> id,
        String command,
        List<Sited<String>> outcomes,
        List<String> methods,
        Optional<PlannedSet> analysisSet,
        List<Sited<String>> by,
        List<Sited<String>> stratify,
        List<Sited<String>> adjust,
        List<Levels> where,
        Optional<String> contrasts,
        Optional<String> multiplicity,
        Optional<String> level,
        Optional<String> alternative,
        Optional<String> margin,
        Optional<MissingRule> missing,
        List<String> at,
        Optional<Sited<String>> tau,
        Optional<Sited<String>> cluster,
        Optional<String> target) {

    /** Copies the lists. */
    public PlannedAnalysis {
        outcomes = List.copyOf(outcomes);
        methods = List.copyOf(methods);
        by = List.copyOf(by);
        stratify = List.copyOf(stratify);
        adjust = List.copyOf(adjust);
        where = List.copyOf(where);
        at = List.copyOf(at);
    }

    /** Reads all analyses, whose ids must differ; one that is refused is left out. */
    static List<PlannedAnalysis> readAll(
            List<PlanValue> values,
            Vocabulary vocabulary,
            List<String> outcomeNames,
            List<PlannedOutcome> outcomes,
            PlannedParticipants participants,
            List<PlannedSet> sets) {
        List<PlannedAnalysis> analyses = new ArrayList<>();
        Map<String, Long> lines = new LinkedHashMap<>();
        for (PlanValue value : values) {
            value.fields().ifPresent(fields -> {
                Optional<PlanValue> id = fields.required("id", "a name for the analysis");
                Sited<String> name = id.flatMap(PlanValue::text).orElseGet(() -> new Sited<>("", value.where()));
                Long before = lines.putIfAbsent(name.value(), name.where().line());
                if (before != null && !name.value().isEmpty()) {
                    id.orElseThrow().refuse(FindingCode.E417, PlanWords.cut(name.value()), before);
                }
                analyses.add(
                        new AnalysisReader(vocabulary, outcomeNames, outcomes, participants, sets).read(name, fields));
            });
        }
        return analyses;
    }
}
