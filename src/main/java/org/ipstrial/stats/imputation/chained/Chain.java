package org.ipstrial.stats.imputation.chained;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ipstrial.stats.imputation.engine.DonorReach;
import org.ipstrial.stats.imputation.engine.DrawData;
import org.ipstrial.stats.imputation.engine.Drawn;
import org.ipstrial.stats.imputation.engine.Variates;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.resampling.RandomStreams;

/** One imputation: the values as they stand after so many rounds. */
final class Chain {

    private final ImputationModel model;
    private final Map<String, double[]> values = new HashMap<>();
    private final double[][] mean;
    private final double[][] sd;
    private final int[] augmented;
    private final DonorReach[] donors;
    private final int[][] known;
    private final int[][] missing;

    Chain(ImputationModel model, int iterations) {
        this.model = model;
        mean = new double[model.targets().size()][iterations];
        sd = new double[model.targets().size()][iterations];
        augmented = new int[model.targets().size()];
        donors = new DonorReach[augmented.length];
        known = new int[augmented.length][];
        missing = new int[augmented.length][];
        for (int k = 0; k < augmented.length; k++) {
            boolean[] has = model.variable(model.targets().get(k).variable()).known();
            known[k] = where(has.length, i -> has[i]);
            missing[k] = where(has.length, i -> !has[i]);
        }
        model.variables()
                .forEach(variable ->
                        values.put(variable.name(), variable.values().clone()));
    }

    /**
     * Fills at random, then goes round.
     *
     * @param streams by round, the filling first, and target
     * @return why it came to no end, if it did not
     */
    Optional<Imputation.Refused> run(RandomStreams[][] streams, int imputation) {
        List<Target> targets = model.targets();
        for (int k = 0; k < targets.size(); k++) {
            fill(k, new Variates(streams[0][k].replicate(imputation)));
        }
        model.derived().forEach(this::derive);
        for (int round = 1; round < streams.length; round++) {
            for (int k = 0; k < targets.size(); k++) {
                Optional<Imputation.Refused> refused =
                        draw(k, round - 1, new Variates(streams[round][k].replicate(imputation)));
                if (refused.isPresent()) {
                    return refused;
                }
            }
        }
        return Optional.empty();
    }

    /** What was drawn, by target. */
    double[][] drawn() {
        double[][] drawn = new double[missing.length][];
        for (int k = 0; k < drawn.length; k++) {
            drawn[k] = at(values.get(model.targets().get(k).variable()), missing[k]);
        }
        return drawn;
    }

    double[] mean(int target) {
        return mean[target];
    }

    double[] sd(int target) {
        return sd[target];
    }

    int augmented(int target) {
        return augmented[target];
    }

    /** How far the donors were in the last round, where there were any. */
    Optional<DonorReach> donors(int target) {
        return Optional.ofNullable(donors[target]);
    }

    private void fill(int place, Variates random) {
        Target target = model.targets().get(place);
        double[] own = values.get(target.variable());
        int[] donors = open(target, known[place]);
        for (int i : missing[place]) {
            own[i] = isOpen(target, i) ? own[donors[random.below(donors.length)]] : 0;
        }
    }

    private Optional<Imputation.Refused> draw(int place, int round, Variates random) {
        Target target = model.targets().get(place);
        if (missing[place].length == 0) {
            return Optional.empty();
        }
        double[] own = values.get(target.variable());
        int[] wanted = open(target, missing[place]);
        Drawn drawn = target.engine().draw(data(target, open(target, known[place]), wanted), random);
        if (drawn instanceof Drawn.None none) {
            return Optional.of(new Imputation.Refused(none.reason(), model.group(), target.variable(), none.columns()));
        }
        Drawn.Values found = (Drawn.Values) drawn;
        for (int i : missing[place]) {
            own[i] = 0;
        }
        for (int j = 0; j < wanted.length; j++) {
            own[wanted[j]] = found.values()[j];
        }
        donors[place] = found.donors().orElse(null);
        augmented[place] += found.augmented() ? 1 : 0;
        trace(at(own, missing[place]), place, round);
        for (Derived derived : model.derived()) {
            if (derived.from().contains(target.variable())) {
                derive(derived);
            }
        }
        return Optional.empty();
    }

    private DrawData data(Target target, int[] has, int[] wanted) {
        List<String> names = new ArrayList<>();
        names.add(DesignMatrix.INTERCEPT);
        names.addAll(target.predictors());
        double[][] observed = new double[names.size()][];
        double[][] lacking = new double[names.size()][];
        observed[0] = ones(has.length);
        lacking[0] = ones(wanted.length);
        for (int j = 1; j < observed.length; j++) {
            double[] column = values.get(names.get(j));
            observed[j] = at(column, has);
            lacking[j] = at(column, wanted);
        }
        return new DrawData(at(values.get(target.variable()), has), new DesignMatrix(names, observed), lacking);
    }

    /** Some people, but for those whose value can only be 0. */
    private int[] open(Target target, int[] people) {
        return target.onlyWhere().isEmpty()
                ? people
                : Arrays.stream(people).filter(i -> isOpen(target, i)).toArray();
    }

    private boolean isOpen(Target target, int i) {
        return target.onlyWhere().isEmpty() || values.get(target.onlyWhere().get())[i] == 1;
    }

    private void derive(Derived derived) {
        double[][] parts = derived.from().stream().map(values::get).toArray(double[][]::new);
        double[] own = new double[model.people()];
        double[] row = new double[parts.length];
        for (int i = 0; i < own.length; i++) {
            for (int j = 0; j < row.length; j++) {
                row[j] = parts[j][i];
            }
            own[i] = derived.value().applyAsDouble(row);
        }
        values.put(derived.name(), own);
    }

    private void trace(double[] drawn, int place, int round) {
        double sum = 0;
        for (double x : drawn) {
            sum += x;
        }
        double middle = sum / drawn.length;
        double squares = 0;
        for (double x : drawn) {
            squares += (x - middle) * (x - middle);
        }
        mean[place][round] = middle;
        sd[place][round] = drawn.length < 2 ? Double.NaN : Math.sqrt(squares / (drawn.length - 1));
    }

    private static int[] where(int count, IntPredicate wanted) {
        return IntStream.range(0, count).filter(wanted).toArray();
    }

    private static double[] at(double[] column, int[] rows) {
        double[] values = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            values[k] = column[rows[k]];
        }
        return values;
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
