package org.ipstrial.analysis.imputation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.SumOf;

/**
 * The amounts of people that sums are made of, by name. Where a sum is known and one of its parts is missing, that part is
 * what the others leave of the sum: nothing is left to draw.
 */
final class PartAmounts {

    private static final double ROUNDING = 1e-9;

    private PartAmounts() {}

    /**
     * The parts.
     *
     * @param outcome the outcome, which may be one of the sums; others are covariates
     */
    static Map<String, double[]> of(List<SumOf> sums, String outcome, Cohort people) {
        Map<String, double[]> amounts = new HashMap<>();
        for (SumOf sum : sums) {
            double[] whole = people.amountsByPerson(
                    sum.name().equals(outcome)
                            ? outcome
                            : Covariate.amount(sum.name()).column());
            List<double[]> parts = sum.parts().stream()
                    .map(part -> amounts.computeIfAbsent(
                            part,
                            name -> people.amountsByPerson(
                                    Covariate.amount(name).column())))
                    .toList();
            for (int i = 0; i < whole.length; i++) {
                fill(whole[i], parts, i);
            }
        }
        return amounts;
    }

    private static void fill(double whole, List<double[]> parts, int person) {
        int lacking = 0;
        double rest = whole;
        double size = Math.abs(whole);
        double[] wanted = parts.get(0);
        for (double[] part : parts) {
            if (Double.isNaN(part[person])) {
                lacking++;
                wanted = part;
            } else {
                rest -= part[person];
                size += Math.abs(part[person]);
            }
        }
        if (lacking == 1 && !Double.isNaN(rest)) {
            // What is left of amounts that are the whole is nothing, not a rounding error below 0.
            wanted[person] = Math.abs(rest) <= ROUNDING * size ? 0 : rest;
        }
    }
}
