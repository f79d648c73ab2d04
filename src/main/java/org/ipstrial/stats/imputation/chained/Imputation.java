package org.ipstrial.stats.imputation.chained;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.imputation.engine.DonorReach;
import org.ipstrial.stats.regression.design.Aliased;

/** What comes of imputing: completed data, or the reason why there are none. */
public sealed interface Imputation permits Imputation.Completed, Imputation.Refused {

    /**
     * Completed data sets.
     *
     * @param model     what was drawn from what
     * @param drawn     what was drawn, by imputation and target, in the order of the people who lacked it
     * @param traces    how the draws went, by target
     * @param augmented how many draws of a variable needed rows added, because columns told its values apart without
     *                  fault; variables with none are left out
     * @param donors    how far the donors were from those who took their values in the last round, on average over
     *                  imputations; variables that have no donors are left out
     */
    record Completed(
            ImputationModel model,
            double[][][] drawn,
            List<Trace> traces,
            Map<String, Integer> augmented,
            Map<String, DonorReach> donors)
            implements Imputation {

        /** Copies the lists. */
        public Completed {
            traces = List.copyOf(traces);
            augmented = Collections.unmodifiableMap(new TreeMap<>(augmented));
            donors = Collections.unmodifiableMap(new TreeMap<>(donors));
        }

        /** How many completed data sets there are. */
        public int imputations() {
            return drawn.length;
        }

        /** A variable, or what follows from others, in one completed data set. */
        public double[] values(String name, int imputation) {
            for (Derived derived : model.derived()) {
                if (derived.name().equals(name)) {
                    return derived(derived, imputation);
                }
            }
            Variable variable = model.variable(name);
            if (variable.missing() == 0) {
                return variable.values().clone();
            }
            double[] values = variable.values().clone();
            List<Target> targets = model.targets();
            int place = 0;
            while (!targets.get(place).variable().equals(name)) {
                place++;
            }
            int next = 0;
            for (int i = 0; i < values.length; i++) {
                if (!variable.known()[i]) {
                    values[i] = drawn[imputation][place][next++];
                }
            }
            return values;
        }

        private double[] derived(Derived derived, int imputation) {
            double[][] parts = derived.from().stream()
                    .map(name -> values(name, imputation))
                    .toArray(double[][]::new);
            double[] values = new double[model.people()];
            Arrays.setAll(values, i -> derived.value()
                    .applyAsDouble(
                            Arrays.stream(parts).mapToDouble(part -> part[i]).toArray()));
            return values;
        }
    }

    /**
     * No imputation.
     *
     * @param reason   why
     * @param group    the people it is about
     * @param variable the variable that could not be drawn
     * @param columns  the predictors that are the cause, where some are; one made of the column of ones alone is constant
     */
    record Refused(Reason reason, String group, String variable, List<Aliased> columns) implements Imputation {
        /** Copies the columns. */
        public Refused {
            columns = List.copyOf(columns);
        }
    }
}
