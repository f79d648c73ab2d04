package org.ipstrial.stats.imputation.chained;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is drawn from what, for people who are imputed together: an arm, or everybody.
 *
 * @param group     the name of these people; their random streams hang on it
 * @param variables what is known of them, person by person in one order
 * @param targets   how the missing values are drawn: one for each variable that has some
 * @param derived   what follows from the variables
 */
public record ImputationModel(String group, List<Variable> variables, List<Target> targets, List<Derived> derived) {

    /** Refuses what cannot be drawn; puts those that are drawn only where another is 1 last, then those with least missing first. */
    public ImputationModel {
        variables = List.copyOf(variables);
        derived = List.copyOf(derived);
        List<String> names = new ArrayList<>();
        variables.forEach(variable -> names.add(variable.name()));
        derived.forEach(one -> names.add(one.name()));
        Set<String> distinct = new HashSet<>(names);
        if (variables.isEmpty() || distinct.size() < names.size()) {
            throw new IllegalArgumentException("each variable must have a name of its own, got " + names);
        }
        int people = variables.get(0).values().length;
        List<Target> sorted = new ArrayList<>(targets);
        for (Variable variable : variables) {
            if (variable.values().length != people) {
                throw new IllegalArgumentException("all variables must be of the same people; " + variable.name()
                        + " has " + variable.values().length + " values and "
                        + variables.get(0).name() + " " + people);
            }
            long drawn = sorted.stream()
                    .filter(target -> target.variable().equals(variable.name()))
                    .count();
            if (drawn > 1 || variable.missing() > 0 && drawn == 0) {
                throw new IllegalArgumentException(
                        variable.name() + " has missing values and must be drawn in one way, got " + drawn);
            }
        }
        for (Derived one : derived) {
            require(distinct(variables), one.from(), one.name());
        }
        for (Target target : sorted) {
            require(distinct(variables), List.of(target.variable()), "a target");
            require(distinct, target.predictors(), target.variable());
            target.onlyWhere().ifPresent(gate -> require(distinct, List.of(gate), target.variable()));
            check(target, variables, sorted);
        }
        List<Variable> all = variables;
        sorted.sort(Comparator.<Target, Boolean>comparing(
                        target -> target.onlyWhere().isPresent())
                .thenComparing(target -> named(all, target.variable()).missing())
                .thenComparing(Target::variable));
        targets = List.copyOf(sorted);
    }

    /** How many people there are. */
    public int people() {
        return variables.get(0).values().length;
    }

    /** The variable of a name. */
    public Variable variable(String name) {
        return named(variables, name);
    }

    private static Variable named(List<Variable> variables, String name) {
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no variable " + name));
    }

    private static Set<String> distinct(List<Variable> variables) {
        Set<String> names = new HashSet<>();
        variables.forEach(variable -> names.add(variable.name()));
        return names;
    }

    private static void require(Set<String> names, List<String> wanted, String by) {
        for (String name : wanted) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("there is no variable " + name + ", which " + by + " needs");
            }
        }
    }

    private static void check(Target target, List<Variable> variables, List<Target> targets) {
        Variable variable = named(variables, target.variable());
        for (int i = 0; i < variable.values().length; i++) {
            if (variable.known()[i] && !target.engine().takes(variable.values()[i])) {
                throw new IllegalArgumentException(target.variable() + " has a value that the engine "
                        + target.engine().id() + " does not take, got " + variable.values()[i]);
            }
        }
        if (target.onlyWhere().isEmpty()) {
            return;
        }
        Variable gate = named(variables, target.onlyWhere().get());
        boolean gated = targets.stream()
                .anyMatch(other -> other.variable().equals(gate.name())
                        && other.onlyWhere().isPresent());
        for (int i = 0; i < gate.values().length; i++) {
            boolean astray = gate.known()[i]
                    ? gate.values()[i] != 1
                            && (gate.values()[i] != 0 || variable.known()[i] && variable.values()[i] != 0)
                    : variable.known()[i];
            if (gated || astray) {
                throw new IllegalArgumentException(target.variable() + " is 0 where " + gate.name()
                        + " is 0, and known only where that is; wanted 0 and 1 that agree with it");
            }
        }
    }
}
