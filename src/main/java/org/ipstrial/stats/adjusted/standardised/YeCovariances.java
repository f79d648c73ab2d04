package org.ipstrial.stats.adjusted.standardised;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.descriptive.CompensatedSum;

/**
 * Covariances of standardised shares that hold whether or not the logistic model does, for the people as a sample.
 *
 * <p>With the share {@code f(t)} of people in arm {@code t}, outcomes {@code y} and probabilities {@code m(t)}; variances
 * and covariances (n - 1) of an arm's people ({@code t} behind them) or of everybody; {@code n} people:
 *
 * <pre>
 *   n v(t, t) = var_t(y - m(t)) / f(t) + 2 cov_t(y, m(t)) - var(m(t))
 *   n v(t, s) = cov_t(y, m(s)) + cov_s(y, m(t)) - cov(m(t), m(s))
 *   strata:   less the mean over people of r_t r_s ([t = s] f(t) - f(t) f(s)), r_t the mean of y - m(t) of the arm's
 *             people in a stratum, over f(t)
 * </pre>
 */
final class YeCovariances {

    private final AdjustedData data;
    private final double[][] probabilities;
    private final double[] fractions;

    private YeCovariances(AdjustedData data, double[][] probabilities) {
        this.data = data;
        this.probabilities = probabilities;
        fractions = new double[data.arms().size()];
        for (int place : data.arm()) {
            fractions[place]++;
        }
        for (int t = 0; t < fractions.length; t++) {
            fractions[t] /= data.people();
        }
    }

    /** For arms drawn for each person by themselves. */
    static double[][] simple(Standardisation standardisation) {
        return simple(standardisation.data(), standardisation.probabilities());
    }

    /** The same of some people by probabilities that may come of a model of more. */
    static double[][] simple(AdjustedData data, double[][] probabilities) {
        return new YeCovariances(data, probabilities).simple();
    }

    /** For arms balanced within strata by permuted blocks. */
    static double[][] stratified(Standardisation standardisation) {
        YeCovariances ye = new YeCovariances(standardisation.data(), standardisation.probabilities());
        double[][] covariances = ye.simple();
        ye.subtractStrata(covariances);
        return covariances;
    }

    private double[][] simple() {
        int arms = fractions.length;
        double n = data.people();
        double[] y = data.outcome();
        double[][] all = new double[arms][arms];
        for (int t = 0; t < arms; t++) {
            int arm = t;
            IntPredicate in = i -> data.arm()[i] == arm;
            double[] m = probabilities[t];
            double[] residual = new double[y.length];
            Arrays.setAll(residual, i -> y[i] - m[i]);
            all[t][t] = (covariance(residual, residual, in) / fractions[t]
                            + 2 * covariance(y, m, in)
                            - covariance(m, m, i -> true))
                    / n;
            for (int s = 0; s < t; s++) {
                int other = s;
                all[t][s] = (covariance(y, probabilities[s], in)
                                + covariance(y, m, i -> data.arm()[i] == other)
                                - covariance(m, probabilities[s], i -> true))
                        / n;
                all[s][t] = all[t][s];
            }
        }
        return all;
    }

    private void subtractStrata(double[][] covariances) {
        int strata = Arrays.stream(data.stratum()).max().orElseThrow() + 1;
        int arms = fractions.length;
        double[][] people = new double[strata][arms];
        CompensatedSum[][] residuals = new CompensatedSum[strata][];
        Arrays.setAll(residuals, z -> CompensatedSum.zeros(arms));
        for (int i = 0; i < data.people(); i++) {
            int t = data.arm()[i];
            people[data.stratum()[i]][t]++;
            residuals[data.stratum()[i]][t].add(data.outcome()[i] - probabilities[t][i]);
        }
        double n = data.people();
        for (int z = 0; z < strata; z++) {
            double weight = Arrays.stream(people[z]).sum() / n;
            for (int t = 0; t < arms; t++) {
                for (int s = 0; s < arms; s++) {
                    double spread = (t == s ? fractions[t] : 0) - fractions[t] * fractions[s];
                    covariances[t][s] -=
                            weight * mean(residuals[z], people[z], t) * mean(residuals[z], people[z], s) * spread / n;
                }
            }
        }
    }

    private double mean(CompensatedSum[] residuals, double[] people, int arm) {
        return people[arm] == 0 ? 0 : residuals[arm].value() / people[arm] / fractions[arm];
    }

    private static double covariance(double[] a, double[] b, IntPredicate in) {
        CompensatedSum sumA = new CompensatedSum();
        CompensatedSum sumB = new CompensatedSum();
        long people = 0;
        for (int i = 0; i < a.length; i++) {
            if (in.test(i)) {
                sumA.add(a[i]);
                sumB.add(b[i]);
                people++;
            }
        }
        double meanA = sumA.value() / people;
        double meanB = sumB.value() / people;
        CompensatedSum products = new CompensatedSum();
        for (int i = 0; i < a.length; i++) {
            if (in.test(i)) {
                products.addProduct(a[i] - meanA, b[i] - meanB);
            }
        }
        return products.value() / (people - 1);
    }
}
