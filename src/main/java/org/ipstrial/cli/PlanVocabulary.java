package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipstrial.analysis.Compare;
import org.ipstrial.analysis.Hours;
import org.ipstrial.analysis.Hypothesis;
import org.ipstrial.analysis.Missing;
import org.ipstrial.analysis.Rates;
import org.ipstrial.analysis.Subgroups;
import org.ipstrial.analysis.Survival;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Adjustments;
import org.ipstrial.catalogue.EffectScale;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.MeasureFamilies;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.ordinal.OrdinalMethods;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.Vocabulary;
import org.ipstrial.stats.Alternative;

/** The words that a plan may use, from the packages that define them. */
final class PlanVocabulary {

    /** What {@code --unit} takes too. */
    static final List<String> UNITS = List.of("hours", "days", "weeks", "months", "years", "currency", "score");

    private PlanVocabulary() {}

    /** All words. */
    static Vocabulary words() {
        return new Vocabulary(
                List.of(
                        command(
                                Compare.NAME,
                                List.of(OutcomeKind.BINARY, OutcomeKind.AMOUNT, OutcomeKind.ORDINAL),
                                Compare.measures()),
                        command(Rates.NAME, List.of(OutcomeKind.BINARY, OutcomeKind.ORDINAL), Rates.MEASURES_OF_PLANS),
                        command(Hours.NAME, List.of(OutcomeKind.AMOUNT, OutcomeKind.AMOUNT_OF_WORKERS), Hours.MEASURES),
                        command(
                                Survival.NAME,
                                List.of(OutcomeKind.TIME, OutcomeKind.TIME_OF_WORKERS, OutcomeKind.WEEKLY),
                                Survival.MEASURES_OF_PLANS,
                                Family::isOfTimes),
                        command(
                                Subgroups.NAME,
                                List.of(OutcomeKind.BINARY, OutcomeKind.AMOUNT),
                                Subgroups.measures(),
                                Family::isOfSubgroups)),
                Stream.concat(Adjustments.ALL.stream(), Stream.of(Adjustments.DUNNETT))
                        .map(Method::id)
                        .toList(),
                Adjustments.DUNNETT.id(),
                Adjustments.procedures(),
                UNITS,
                Arrays.stream(Alternative.values()).map(Alternative::id).toList(),
                EffectScale.measures().stream().map(PlanVocabulary::scale).toList());
    }

    /** The outcomes that a command takes, in words. */
    static String takenBy(String command) {
        return command(command).takenWords();
    }

    /** What a plan may say of a command. */
    static Vocabulary.Command command(String name) {
        Vocabulary.Command command = words().command(analysesOf(name)).orElseThrow();
        return name.equals(Missing.NAME) ? command.named(name).without(OutcomeKind.ORDINAL) : command.named(name);
    }

    /** The command whose analyses in a plan a command goes by: its own, or those whose results it calls into question. */
    static String analysesOf(String name) {
        return name.equals(Missing.NAME) ? Compare.NAME : name;
    }

    private static Vocabulary.Scale scale(Measure measure) {
        boolean binary =
                MeasureFamilies.of(measure).anyMatch(family -> family.input().isBinary());
        Set<OutcomeKind> kinds = EnumSet.of(binary ? OutcomeKind.BINARY : OutcomeKind.AMOUNT);
        if (OrdinalMethods.has(measure)) {
            kinds.add(OutcomeKind.ORDINAL);
        }
        return new Vocabulary.Scale(
                measure.id(),
                kinds,
                kinds.stream()
                        .filter(kind -> Hypothesis.Margin.ofKind(kind) == measure)
                        .collect(Collectors.toSet()),
                MarginScale.inUnits(measure),
                margin -> MarginScale.holds(measure, margin),
                MarginScale.wanted(measure));
    }

    private static Vocabulary.Command command(String name, List<OutcomeKind> takes, Set<Measure> measures) {
        return command(name, takes, measures, Family::isOfOutcomes);
    }

    private static Vocabulary.Command command(
            String name, List<OutcomeKind> takes, Set<Measure> measures, Predicate<Family<?>> taken) {
        Map<String, List<String>> methods = new LinkedHashMap<>();
        Set<String> overStrata = new LinkedHashSet<>();
        Set<String> withoutStrata = new LinkedHashSet<>();
        Set<String> adjusted = new LinkedHashSet<>();
        Set<String> unadjusted = new LinkedHashSet<>();
        Set<String> inClusters = new LinkedHashSet<>();
        Set<String> alone = new LinkedHashSet<>();
        for (Family<?> family :
                measures.stream().flatMap(MeasureFamilies::of).filter(taken).toList()) {
            List<String> known = methods.computeIfAbsent(family.measure().id(), any -> new ArrayList<>());
            Set<String> same = family.input().combinesStrata() ? overStrata : withoutStrata;
            boolean ofLevels = family.input() == Family.Input.ORDINAL;
            for (Method<?> method : family.methods()) {
                same.add(family.measure().id() + ":" + method.id());
                // Of other outcomes than ordered levels its methods need covariates.
                (family.input().isAdjusted() || ofLevels ? adjusted : unadjusted)
                        .add(family.measure().id() + ":" + method.id());
                (family.input().inClusters() ? inClusters : alone)
                        .add(family.measure().id() + ":" + method.id());
                if (!known.contains(method.id())) {
                    known.add(method.id());
                }
            }
        }
        overStrata.removeAll(withoutStrata);
        adjusted.removeAll(unadjusted);
        inClusters.removeAll(alone);
        return new Vocabulary.Command(
                name,
                takes,
                methods,
                List.copyOf(overStrata),
                List.copyOf(adjusted),
                List.copyOf(inClusters),
                takes.contains(OutcomeKind.ORDINAL) ? OrdinalMethods.names() : List.of());
    }
}
