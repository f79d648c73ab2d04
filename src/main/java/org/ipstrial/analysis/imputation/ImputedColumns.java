package org.ipstrial.analysis.imputation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipstrial.ard.Names;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.stats.imputation.chained.Derived;
import org.ipstrial.stats.imputation.chained.Target;
import org.ipstrial.stats.imputation.chained.Variable;
import org.ipstrial.stats.imputation.engine.Engine;

/** The columns of people as the chained equations take them. */
final class ImputedColumns {

    private static final double MANY_ZEROS = 0.1;
    private static final int ENOUGH = 10;
    private static final int MOST_LEVELS = 20;

    private final List<Variable> variables = new ArrayList<>();
    private final List<Engine> engines = new ArrayList<>();
    private final List<Derived> derived = new ArrayList<>();
    private final ImputedSums sums;
    private final String outcome;

    /** The outcome, first unless it is a sum; then its parts are. */
    ImputedColumns(OutcomeDefinition outcome, Engine engine, Cohort people, ImputedSums sums) {
        this.outcome = outcome.name();
        this.sums = sums;
        if (!sums.has(outcome.name())) {
            add(outcome(outcome, people), engine);
        }
        sums.parts(people).forEach((part, values) -> add(variable(part, values), sums.engine(part)));
    }

    /**
     * The engine of an outcome: logistic of yes and no, proportional odds of levels; of amounts two parts where a tenth of
     * those known, and ten at least, are 0, ten at least above it and none below.
     *
     * @param amounts the engine of amounts
     */
    static Engine engine(OutcomeDefinition outcome, Cohort people, Engine amounts) {
        if (outcome.kind() == OutcomeKind.BINARY) {
            return Engine.LOGISTIC;
        }
        if (outcome.kind() == OutcomeKind.ORDINAL) {
            return Engine.PROPORTIONAL_ODDS;
        }
        return engine(people.amounts(outcome.name()).values(), amounts);
    }

    /** The same of amounts that are known. */
    static Engine engine(double[] known, Engine amounts) {
        long zeros = Arrays.stream(known).filter(x -> x == 0).count();
        long above = Arrays.stream(known).filter(x -> x > 0).count();
        boolean inTwoParts = zeros + above == known.length
                && zeros >= ENOUGH
                && above >= ENOUGH
                && zeros >= MANY_ZEROS * known.length;
        return inTwoParts ? amounts.inTwoParts() : amounts;
    }

    /** An outcome of people, in their order. */
    static Variable outcome(OutcomeDefinition outcome, Cohort people) {
        double[] values = outcome.kind() == OutcomeKind.BINARY
                ? people.answers(outcome.name()).stream()
                        .mapToDouble(
                                answer -> answer.map(yes -> yes ? 1.0 : 0.0).orElse(Double.NaN))
                        .toArray()
                : people.amountsByPerson(outcome.name());
        return variable(outcome.name(), values);
    }

    /**
     * Adds a covariate: an amount, 1 where it is yes, or an indicator of each level but the first that somebody has.
     *
     * A category of more levels that somebody lacks is drawn as one, and its indicators follow from it.
     *
     * @throws RefusedException if it is a category of too many levels that somebody lacks
     */
    void add(Covariate covariate, Cohort people) {
        if (sums.has(covariate.name()) || sums.isPart(covariate.name())) {
            return;
        }
        if (covariate.isAmount()) {
            add(variable(name(covariate.name()), people.amountsByPerson(covariate.column())), sums.amounts());
            return;
        }
        List<Optional<String>> labels = people.labels(covariate.column());
        List<String> levels = covariate.levels().stream()
                .filter(level -> labels.stream()
                        .anyMatch(label -> label.filter(level::equals).isPresent()))
                .toList();
        boolean lacking =
                labels.stream().anyMatch(label -> label.filter(levels::contains).isEmpty());
        if (lacking && levels.size() > MOST_LEVELS) {
            throw RefusedException.of(
                    FindingCode.E375,
                    Location.COMMAND_LINE,
                    covariate.name(),
                    String.valueOf(levels.size()),
                    String.valueOf(MOST_LEVELS));
        }
        if (lacking && levels.size() > 2) {
            addLevels(covariate.name(), labels, levels);
            return;
        }
        // A level that everybody has is left to be named as constant.
        for (int k = levels.size() == 1 ? 0 : 1; k < levels.size(); k++) {
            add(
                    indicator(
                            levels.size() > 2 ? Names.pair(covariate.name(), levels.get(k)) : covariate.name(),
                            levels.get(k),
                            labels,
                            levels),
                    Engine.LOGISTIC);
        }
    }

    private void addLevels(String covariate, List<Optional<String>> labels, List<String> levels) {
        String own = name(covariate);
        add(
                variable(
                        own,
                        labels.stream()
                                .mapToDouble(label -> label.map(levels::indexOf)
                                        .filter(place -> place >= 0)
                                        .map(Integer::doubleValue)
                                        .orElse(Double.NaN))
                                .toArray()),
                Engine.MULTINOMIAL);
        for (int k = 1; k < levels.size(); k++) {
            derived.add(Derived.at(Names.pair(own, levels.get(k)), own, k));
        }
    }

    /** Adds an indicator of each arm but the first. */
    void addArms(String column, List<String> arms, Cohort people) {
        List<Optional<String>> labels = people.labels(column);
        for (String arm : arms.subList(1, arms.size())) {
            add(indicator(Names.pair(column, arm), arm, labels, arms), Engine.LOGISTIC);
        }
    }

    List<Variable> variables() {
        return variables;
    }

    /** What follows from them. */
    List<Derived> derived() {
        return Stream.concat(derived.stream(), sums.derived().stream()).toList();
    }

    /** The name of the outcome. */
    String outcome() {
        return outcome;
    }

    /** Each variable that somebody lacks, drawn from all others. */
    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (int k = 0; k < variables.size(); k++) {
            Variable own = variables.get(k);
            if (own.name().equals(outcome) || own.missing() > 0) {
                targets.add(new Target(own.name(), engines.get(k), predictors(own.name())));
            }
        }
        return targets;
    }

    /** All others; of a category that is drawn its indicators, and of sums what they say themselves. */
    private List<String> predictors(String of) {
        List<String> predictors = new ArrayList<>(sums.predicting(of));
        for (int k = 0; k < variables.size(); k++) {
            String name = variables.get(k).name();
            if (name.equals(of) || !sums.predicts(name, of)) {
                continue;
            }
            if (engines.get(k) != Engine.MULTINOMIAL) {
                predictors.add(name);
            }
            derived.stream()
                    .filter(one -> one.from().contains(name))
                    .map(Derived::name)
                    .forEach(predictors::add);
        }
        return predictors;
    }

    private void add(Variable variable, Engine engine) {
        variables.add(variable);
        engines.add(engine);
    }

    /** The name of a covariate, told apart from an outcome that has the same. */
    private String name(String covariate) {
        return variables.stream().anyMatch(variable -> variable.name().equals(covariate))
                ? Names.pair("covariate", covariate)
                : covariate;
    }

    private Variable indicator(String name, String level, List<Optional<String>> labels, List<String> levels) {
        return variable(
                name(name),
                labels.stream()
                        .mapToDouble(label -> label.filter(levels::contains)
                                .map(own -> own.equals(level) ? 1.0 : 0.0)
                                .orElse(Double.NaN))
                        .toArray());
    }

    private static Variable variable(String name, double[] values) {
        boolean[] known = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            known[i] = !Double.isNaN(values[i]);
        }
        return new Variable(name, values, known);
    }
}
