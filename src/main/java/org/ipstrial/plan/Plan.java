package org.ipstrial.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipstrial.outcome.SumOf;
import org.ipstrial.plan.history.PlannedHistory;
import org.ipstrial.plan.hypotheses.PlannedHypotheses;
import org.ipstrial.plan.participants.PlannedParticipants;
import org.ipstrial.plan.programme.PlannedProgramme;
import org.ipstrial.plan.simulation.PlannedSimulation;
import org.ipstrial.plan.yaml.Sited;

/**
 * A plan that was read and found sound in itself; whether the data agree with it is not known yet.
 *
 * @param trial        the trial's name
 * @param participants the file of people and how it is read
 * @param history      what people did and how long they were followed
 * @param outcomes     the outcomes in order, at least one
 * @param analyses     the analyses in order, none where the plan leaves them to the command
 * @param baseline     names of columns and amounts of the participants that describe the arms at the start, in order
 * @param sums         amounts that are the sum of others, and are imputed through them
 * @param settings     what holds for every analysis that does not say otherwise
 * @param expect       how many people are expected, if the plan says so
 * @param estimands    what each analysis is to estimate; carried along only
 * @param report       what the report of the trial is to be; carried along only
 * @param hypotheses   which tests are one family, if the plan says so
 * @param simulation   what a simulated trial is like, if the plan says it
 * @param programme    the files on how the programme is run, and what is asked of them
 */
public record Plan(
        String trial,
        PlannedParticipants participants,
        PlannedHistory history,
        List<PlannedOutcome> outcomes,
        List<PlannedAnalysis> analyses,
        List<Sited<String>> baseline,
        List<SumOf> sums,
        PlannedSettings settings,
        Optional<Expectation> expect,
        List<Estimand> estimands,
        PlannedReport report,
        Optional<PlannedHypotheses> hypotheses,
        Optional<PlannedSimulation> simulation,
        PlannedProgramme programme) {

    /** Copies the lists. */
    public Plan {
        outcomes = List.copyOf(outcomes);
        analyses = List.copyOf(analyses);
        baseline = List.copyOf(baseline);
        sums = List.copyOf(sums);
        estimands = List.copyOf(estimands);
    }

    /** The outcome of a name, components of composite outcomes included. */
    public Optional<PlannedOutcome> outcome(String name) {
        return outcomes.stream()
                .flatMap(outcome -> Stream.concat(Stream.of(outcome), outcome.components().stream()))
                .filter(outcome -> outcome.name().value().equals(name))
                .findFirst();
    }

    /** The names of the outcomes, in order. */
    public List<String> outcomeNames() {
        return outcomes.stream().map(outcome -> outcome.name().value()).toList();
    }
}
