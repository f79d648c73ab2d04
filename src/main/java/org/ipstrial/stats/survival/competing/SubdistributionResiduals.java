package org.ipstrial.stats.survival.competing;

import org.ipstrial.stats.survival.cox.Information;

/**
 * The variance of the coefficients of {@link FineGray}.
 *
 * <p>With {@code m(t)} the weighted mean of the covariates, {@code L} the weighted cumulative hazard of Breslow, {@code n(u)} the
 * number of people with times from {@code u} on and {@code c(u)} that of those censored at {@code u}:
 *
 * <pre>
 *   eta_i = (x_i - m(T_i) if i has the event) - sum over times t of w_i(t) exp(x_i'b) (x_i - m(t)) dL(t)
 *   q(u)  = sum over those whom another cause ended before u, and over t &gt;= u, of w_i(t) exp(x_i'b) (x_i - m(t)) dL(t)
 *   psi_i = q(T_i) / n(T_i) if i is censored - sum over u &lt;= T_i of q(u) c(u) / n(u)^2
 * </pre>
 *
 * <p>What {@code q} counts where times are tied is as in R's {@code cmprsk::crr}.
 */
final class SubdistributionResiduals {

    private final Subdistribution data;
    private final double[] e;
    private final int width;
    /** Up to each time of events, the first being 0: sums of dL, of m dL, and of both times the curve of censoring. */
    private final double[][] upTo;

    private SubdistributionResiduals(Subdistribution data, double[] b, Subdistribution.Sums sums) {
        this.data = data;
        e = data.hazards(b);
        width = b.length;
        upTo = new double[data.starts.length + 1][2 * (1 + width)];
        for (int k = 0; k < data.starts.length; k++) {
            double rise = data.events[k] / sums.total()[k];
            double curve = data.before[data.starts[k]];
            upTo[k + 1] = upTo[k].clone();
            upTo[k + 1][0] += rise;
            upTo[k + 1][1 + width] += curve * rise;
            for (int j = 0; j < width; j++) {
                upTo[k + 1][1 + j] += sums.means()[k][j] * rise;
                upTo[k + 1][2 + width + j] += curve * sums.means()[k][j] * rise;
            }
        }
    }

    /** The variance of the coefficients. */
    static double[][] variance(Subdistribution data, double[] b) {
        Subdistribution.Sums sums = data.at(b);
        double[][] middle = new SubdistributionResiduals(data, b, sums).middle(sums);
        double[][] inverse = Information.inverse(sums.information()).orElseThrow();
        double[][] variance = new double[b.length][b.length];
        for (int j = 0; j < b.length; j++) {
            double[] half = new double[b.length];
            for (int k = 0; k < b.length; k++) {
                half[k] = Subdistribution.dot(middle[k], inverse[j]);
            }
            for (int l = 0; l < b.length; l++) {
                variance[j][l] = Subdistribution.dot(half, inverse[l]);
            }
        }
        return variance;
    }

    private double[][] middle(Subdistribution.Sums sums) {
        double[][] middle = new double[width][width];
        double[] last = upTo[upTo.length - 1];
        // Of those whom another cause has ended: their hazards over the curve, and those times the covariates.
        double gone = 0;
        double[] goneX = new double[width];
        double[] expected = new double[width];
        int n = data.time.length;
        for (int from = 0, to, k = 0; from < n; from = to) {
            to = data.endOfTime(from);
            boolean event = k < data.starts.length && data.starts[k] == from;
            double[] earlier = upTo[k];
            double[] now = upTo[event ? k + 1 : k];
            int censored = 0;
            for (int i = from; i < to; i++) {
                censored += data.cause[i] == 0 ? 1 : 0;
            }
            double[] q = new double[width];
            for (int j = 0; j < width; j++) {
                q[j] = goneX[j] * (last[1 + width] - earlier[1 + width])
                        - gone * (last[2 + width + j] - earlier[2 + width + j]);
                expected[j] += q[j] / (n - from) * censored / (n - from);
            }
            for (int i = from; i < to; i++) {
                double[] r = new double[width];
                for (int j = 0; j < width; j++) {
                    double x = data.x[i][j];
                    r[j] = -e[i] * (x * now[0] - now[1 + j]) - expected[j];
                    if (data.cause[i] == 1) {
                        r[j] += x - sums.means()[k][j];
                    } else if (data.cause[i] == 2) {
                        r[j] -= e[i]
                                / data.before[i]
                                * (x * (last[1 + width] - now[1 + width]) - (last[2 + width + j] - now[2 + width + j]));
                    } else {
                        r[j] += q[j] / (n - from);
                    }
                }
                for (int j = 0; j < width; j++) {
                    for (int l = 0; l < width; l++) {
                        middle[j][l] += r[j] * r[l];
                    }
                }
            }
            for (int i = from; i < to; i++) {
                if (data.cause[i] == 2) {
                    gone += e[i] / data.before[i];
                    for (int j = 0; j < width; j++) {
                        goneX[j] += e[i] / data.before[i] * data.x[i][j];
                    }
                }
            }
            k += event ? 1 : 0;
        }
        return middle;
    }
}
