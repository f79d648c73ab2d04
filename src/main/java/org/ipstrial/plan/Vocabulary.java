package org.ipstrial.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.ipstrial.outcome.OutcomeKind;

/**
 * The words that a plan may use and that other packages define.
 *
 * @param commands     the commands that an analysis may name
 * @param multiplicity the adjustments for several contrasts
 * @param ofMeans      the one of them that is for means against one control only
 * @param procedures   the procedures for the hypotheses of a plan
 * @param units        the units of amounts
 * @param alternatives on which sides a test may look
 * @param scales       the measures that a margin can be of
 */
public record Vocabulary(
        List<Command> commands,
        List<String> multiplicity,
        String ofMeans,
        List<String> procedures,
        List<String> units,
        List<String> alternatives,
        List<Scale> scales) {

    /** Words without an adjustment of means; the procedures are those of p-values. */
    public Vocabulary(
            List<Command> commands,
            List<String> multiplicity,
            List<String> units,
            List<String> alternatives,
            List<Scale> scales) {
        this(commands, multiplicity, "", multiplicity, units, alternatives, scales);
    }

    /** Copies the lists. */
    public Vocabulary {
        commands = List.copyOf(commands);
        multiplicity = List.copyOf(multiplicity);
        procedures = List.copyOf(procedures);
        units = List.copyOf(units);
        alternatives = List.copyOf(alternatives);
        scales = List.copyOf(scales);
    }

    /**
     * A measure that a margin can be of.
     *
     * @param measure   its name
     * @param kinds     the kinds of outcome that it is of
     * @param defaults  those of which a margin is of it where no measure is named
     * @param inUnits   whether its size depends on the outcome's unit
     * @param holds     whether a number is a margin of it
     * @param wanted    what is, in words
     */
    public record Scale(
            String measure,
            Set<OutcomeKind> kinds,
            Set<OutcomeKind> defaults,
            boolean inUnits,
            DoublePredicate holds,
            String wanted) {}

    /**
     * A command that an analysis may name.
     *
     * @param name    its name
     * @param takes   the kinds of outcome that it takes
     * @param methods each measure that it computes with the methods of it
     * @param overStrata methods, as {@code measure:method}, that combine strata and do nothing without
     * @param adjusted   those that adjust for covariates and do nothing without
     * @param inClusters those that look at clusters and do nothing without
     * @param ofLevels   those for ordered levels; one that adjusts for covariates does something without them there
     */
    public record Command(
            String name,
            List<OutcomeKind> takes,
            Map<String, List<String>> methods,
            List<String> overStrata,
            List<String> adjusted,
            List<String> inClusters,
            List<String> ofLevels) {

        /** A command none of whose methods combine strata or adjust for covariates. */
        public Command(String name, List<OutcomeKind> takes, Map<String, List<String>> methods) {
            this(name, takes, methods, List.of(), List.of(), List.of(), List.of());
        }

        /** The same of another command that asks of the same outcomes by the same methods. */
        public Command named(String other) {
            return new Command(other, takes, methods, overStrata, adjusted, inClusters, ofLevels);
        }

        /** The same without a kind of outcome. */
        public Command without(OutcomeKind kind) {
            List<OutcomeKind> others = takes.stream().filter(one -> one != kind).toList();
            return new Command(name, others, methods, overStrata, adjusted, inClusters, ofLevels);
        }

        /** Whether it tests anything. */
        public boolean tests() {
            return methods.containsKey("test");
        }

        /** Whether it sets the share of each arm by itself against a stated one. */
        public boolean testsTargets() {
            return !tests() && methods.containsKey("target-test");
        }

        /** Whether it compares outcomes that everybody has or misses, as against times. */
        public boolean comparesOutcomes() {
            return tests() && !takes(OutcomeKind.TIME);
        }

        /** Whether it asks if effects differ between levels, and so needs columns of them. */
        public boolean holdsLevelsTogether() {
            return !tests() && methods.containsKey("interaction-test");
        }

        /** Whether it takes a kind of outcome. */
        public boolean takes(OutcomeKind kind) {
            return takes.contains(kind);
        }

        /** The kinds of outcome that it takes, in words. */
        public String takenWords() {
            List<String> words = new ArrayList<>();
            if (takes(OutcomeKind.BINARY)) {
                words.add("yes/no outcomes");
            }
            if (takes(OutcomeKind.AMOUNT)) {
                words.add("amounts");
            }
            if (takes(OutcomeKind.ORDINAL)) {
                words.add("ordered levels");
            }
            if (takes(OutcomeKind.TIME)) {
                words.add("times to an event");
            }
            if (takes(OutcomeKind.WEEKLY)) {
                words.add("courses over weeks");
            }
            int last = words.size() - 1;
            return last < 1
                    ? String.join("", words)
                    : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
        }
    }

    /** The command of a name. */
    public Optional<Command> command(String name) {
        return commands.stream().filter(command -> command.name().equals(name)).findFirst();
    }

    /** The names of the commands. */
    public List<String> commandNames() {
        return commands.stream().map(Command::name).toList();
    }
}
