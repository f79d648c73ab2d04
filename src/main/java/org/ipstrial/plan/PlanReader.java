package org.ipstrial.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.outcome.SumOf;
import org.ipstrial.plan.history.PlannedFollowUp;
import org.ipstrial.plan.history.PlannedHistory;
import org.ipstrial.plan.history.PlannedSpells;
import org.ipstrial.plan.history.PlannedWeeks;
import org.ipstrial.plan.hypotheses.PlannedHypotheses;
import org.ipstrial.plan.hypotheses.TestedAnalysis;
import org.ipstrial.plan.participants.PlanFolder;
import org.ipstrial.plan.participants.PlannedParticipants;
import org.ipstrial.plan.programme.PlannedProgramme;
import org.ipstrial.plan.simulation.PlannedSimulation;
import org.ipstrial.plan.simulation.SimulationReader;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanText;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.Sited;
import org.ipstrial.plan.yaml.YamlReader;

/** Reads a plan and tells everything that is wrong with it in one go. */
public final class PlanReader {

    private final Vocabulary vocabulary;
    private final Findings findings = new Findings();

    private PlanReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Reads a plan.
     *
     * @param path       the plan file, as the user named it; the data it names stand in its folder or below
     * @param bytes      all bytes of the file
     * @param vocabulary the words that other packages define
     * @return the plan
     * @throws org.ipstrial.finding.RefusedException with all findings, if there is any
     */
    public static Plan read(Path path, byte[] bytes, Vocabulary vocabulary) {
        return new PlanReader(vocabulary).read(path, bytes);
    }

    private Plan read(Path path, byte[] bytes) {
        String file = path.toString();
        // Four bytes a character at most, and the mark.
        if (bytes.length > 4 * YamlReader.MAX_LENGTH + 3) {
            findings.add(FindingCode.E403, Location.file(file), YamlReader.MAX_LENGTH);
        }
        findings.throwIfRefused();
        Optional<Plan> plan = PlanText.decode(file, bytes, findings)
                .flatMap(text -> YamlReader.read(file, text, findings))
                .flatMap(root -> PlanValue.root(root, file, findings).fields())
                .map(fields -> sections(fields, path));
        findings.throwIfRefused();
        return plan.orElseThrow();
    }

    private Plan sections(Fields fields, Path path) {
        String trial = fields.requiredText("trial", "the trial's name").value();
        PlannedParticipants participants = fields.required("participants", "the file of the people who were randomised")
                .flatMap(PlanValue::fields)
                .map(section -> PlannedParticipants.read(section, new PlanFolder(path), vocabulary.units()))
                .orElse(PlannedParticipants.NONE);
        PlannedHistory history = PlannedHistory.read(fields, new PlanFolder(path));
        if (participants.randomisedOn().isEmpty()) {
            history.spells()
                    .map(PlannedSpells::file)
                    .or(() -> history.weeks().map(PlannedWeeks::file))
                    .or(() -> history.followUp().map(PlannedFollowUp::file))
                    .ifPresent(file -> findings.add(
                            FindingCode.E409,
                            file.where(),
                            "participants.randomised_on",
                            "the column of the day of randomisation, from which outcomes are counted"));
        }
        List<NamedValue> named = fields.required("outcomes", "at least one outcome")
                .map(PlanReader::atLeastOne)
                .orElse(List.of());
        List<PlannedOutcome> outcomes = named.stream()
                .map(entry -> PlannedOutcome.read(entry, vocabulary, history))
                .flatMap(Optional::stream)
                .toList();
        List<String> names = named.stream().map(entry -> entry.name().value()).toList();
        List<PlannedSet> sets = PlannedSet.readAll(fields.entries("analysis_sets"), participants);
        List<PlannedAnalysis> analyses = fields.get("analyses")
                .map(value -> PlannedAnalysis.readAll(value.items(), vocabulary, names, outcomes, participants, sets))
                .orElse(List.of());
        List<Sited<String>> baseline = fields.get("baseline")
                .map(value -> PlannedCovariates.read("baseline", value, participants))
                .orElse(List.of());
        List<SumOf> sums = PlannedSums.read(fields.entries("sums"), participants, outcomes);
        PlannedSettings settings = PlannedSettings.read(fields);
        Optional<Expectation> expect = fields.get("expect")
                .flatMap(PlanValue::fields)
                .map(section -> Expectation.read(section, participants.arm()));
        List<String> ids =
                analyses.stream().map(analysis -> analysis.id().value()).toList();
        List<Estimand> estimands = fields.entries("estimands").stream()
                .map(entry -> Estimand.read(entry, ids))
                .flatMap(Optional::stream)
                .toList();
        PlannedReport report = PlannedReport.read(fields);
        Optional<PlannedHypotheses> hypotheses = fields.get("hypotheses")
                .flatMap(PlanValue::fields)
                .flatMap(section -> PlannedHypotheses.read(
                        section,
                        vocabulary.procedures(),
                        analyses.stream().map(this::tested).toList(),
                        participants.arm()));
        Optional<PlannedSimulation> simulation = fields.get("simulation")
                .flatMap(PlanValue::fields)
                .flatMap(section -> SimulationReader.read(section, participants, history));
        simulation.ifPresent(any -> refuseUnwritten(outcomes));
        PlannedProgramme programme = PlannedProgramme.read(fields, new PlanFolder(path));
        fields.noOthers();
        refuseIds(participants, history, outcomes, analyses, sets);
        return new Plan(
                trial,
                participants,
                history,
                outcomes,
                analyses,
                baseline,
                sums,
                settings,
                expect,
                estimands,
                report,
                hypotheses,
                simulation,
                programme);
    }

    private TestedAnalysis tested(PlannedAnalysis analysis) {
        Optional<Vocabulary.Command> command = vocabulary.command(analysis.command());
        return new TestedAnalysis(
                analysis.id().value(),
                analysis.command(),
                command.map(Vocabulary.Command::tests).orElse(true),
                analysis.outcomes().stream().map(Sited::value).toList(),
                command.map(Vocabulary.Command::methods).orElse(Map.of()),
                analysis.multiplicity().filter(name -> !name.equals("none")).isPresent());
    }

    /** Ids would stand in the results as arms, levels or values. */
    private void refuseIds(
            PlannedParticipants participants,
            PlannedHistory history,
            List<PlannedOutcome> outcomes,
            List<PlannedAnalysis> analyses,
            List<PlannedSet> sets) {
        List<Sited<String>> columns = new ArrayList<>();
        columns.add(participants.arm().column());
        participants.randomisedOn().ifPresent(columns::add);
        participants.started().ifPresent(columns::add);
        participants.columns().forEach(column -> columns.add(column.column()));
        participants.amounts().forEach(amount -> columns.add(amount.column()));
        outcomes.stream()
                .filter(outcome -> outcome.derived().isEmpty())
                .forEach(outcome -> columns.addAll(
                        outcome.times().map(PlannedTimes::columns).orElse(List.of(outcome.column()))));
        List<Sited<String>> named = new ArrayList<>();
        for (PlannedAnalysis analysis : analyses) {
            named.addAll(analysis.by());
            named.addAll(analysis.stratify());
            analysis.cluster().ifPresent(named::add);
            analysis.where().forEach(levels -> named.add(levels.column()));
        }
        sets.forEach(set -> set.where().forEach(levels -> named.add(levels.column())));
        // A described column was looked at above, under its name in the file.
        named.removeIf(column -> participants.column(column.value()).isPresent());
        columns.addAll(named);
        String id = participants.id().value();
        columns.stream()
                .filter(column -> !id.isEmpty() && column.value().equals(id))
                .forEach(column -> findings.add(FindingCode.E428, column.where(), id));
        history.idsAsAnythingElse().forEach(column -> findings.add(FindingCode.E428, column.where(), column.value()));
    }

    /** A simulation writes what people did; outcomes follow from it. */
    private void refuseUnwritten(List<PlannedOutcome> outcomes) {
        outcomes.stream()
                .filter(outcome -> outcome.derived().isEmpty())
                .forEach(outcome -> findings.add(
                        FindingCode.E426,
                        outcome.name().where(),
                        "a simulation writes no column of outcomes",
                        "an outcome that is derived from spells",
                        "write how it is derived, or take it out"));
    }

    private static List<NamedValue> atLeastOne(PlanValue outcomes) {
        List<NamedValue> entries = outcomes.entries();
        if (entries.isEmpty() && outcomes.fields().isPresent()) {
            outcomes.refuse(FindingCode.E410, "nothing", "at least one outcome", "name one and its column");
        }
        return entries;
    }
}
