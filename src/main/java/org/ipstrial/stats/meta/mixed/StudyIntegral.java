package org.ipstrial.stats.meta.mixed;

/**
 * The likelihood of a study whose effect is drawn from a normal distribution, with its slopes.
 *
 * <p>With the study's likelihood {@code exp l(a, t)}, its level a, effects of mean m and spread s, and z standard normal:
 * <pre>
 *   L(a, m, s) = integral of exp(l(a, m + s z)) phi(z) dz
 * </pre>
 * It is summed at steps of {@code h = min(0.7 c, 0.27 / s)}, c the standard deviation that the curvature at the highest
 * point tells, outwards from there to where nothing more is added. What is integrated is analytic in a strip about the line
 * and falls off as a normal density does, for which such a sum is right to the last digits of a double: 25 points and more
 * where s is below 1. Gauss-Hermite sums of few points, as in other programs, are right to three or four digits of m.
 *
 * <p>The slopes are means over z given the study's counts, of those of l and of their products (Louis), so that they need no
 * further integral.
 *
 * <p>Source: Trefethen LN, Weideman JAC (2014), SIAM Review 56:385-458, section 5; slopes: Louis TA (1982), Journal of the
 * Royal Statistical Society B 44:226-233.
 *
 * @param log          the logarithm of L
 * @param level        its slope by the level
 * @param mean         by the mean
 * @param spread       by the spread
 * @param levelLevel   the slope of the slope by the level, by the level
 * @param levelMean    by the mean
 * @param levelSpread  by the spread
 * @param meanMean     the slope of the slope by the mean, by the mean
 * @param meanSpread   by the spread
 * @param spreadSpread the slope of the slope by the spread, by the spread
 */
record StudyIntegral(
        double log,
        double level,
        double mean,
        double spread,
        double levelLevel,
        double levelMean,
        double levelSpread,
        double meanMean,
        double meanSpread,
        double spreadSpread) {

    private static final double OF_CURVATURE = 0.7;
    private static final double OF_SPREAD = 0.27;
    private static final double NEGLIGIBLE = 0x1p-64;
    private static final double NEAR_TOP = 1e-3;
    private static final int MOST_STEPS = 200;

    /** The integral. */
    static StudyIntegral of(StudyLikelihood study, double level, double mean, double spread) {
        double top = top(study, level, mean, spread);
        StudyLikelihood.Point at = study.at(level, mean + spread * top);
        double width = 1 / Math.sqrt(1 - spread * spread * at.effectEffect());
        double step = Math.min(OF_CURVATURE * width, spread > 0 ? OF_SPREAD / spread : 1);
        Sums sums = new Sums(at.log() - top * top / 2);
        sums.add(at, top);
        for (int side = -1; side <= 1; side += 2) {
            double weight = 1;
            for (int i = 1; weight > NEGLIGIBLE; i++) {
                double z = top + side * i * step;
                weight = sums.add(study.at(level, mean + spread * z), z);
            }
        }
        return sums.integral(step);
    }

    /** Near where what is integrated is highest: it has one top, and Newton's steps that do not climb are halved. */
    private static double top(StudyLikelihood study, double level, double mean, double spread) {
        double z = 0;
        StudyLikelihood.Point at = study.at(level, mean);
        double step = 1;
        for (int steps = 0; steps < MOST_STEPS && Math.abs(step) > NEAR_TOP; steps++) {
            step = (spread * at.effect() - z) / (1 - spread * spread * at.effectEffect());
            double height = at.log() - z * z / 2;
            StudyLikelihood.Point next = study.at(level, mean + spread * (z + step));
            while (next.log() - (z + step) * (z + step) / 2 < height && Math.abs(step) > NEAR_TOP) {
                step /= 2;
                next = study.at(level, mean + spread * (z + step));
            }
            z += step;
            at = next;
        }
        return z;
    }

    /** What is summed. */
    private static final class Sums {

        private final double height;
        private double all;
        private final double[] first = new double[3];
        private final double[] second = new double[6];

        Sums(double height) {
            this.height = height;
        }

        double add(StudyLikelihood.Point at, double z) {
            double weight = StrictMath.exp(at.log() - z * z / 2 - height);
            all += weight;
            first[0] += weight * at.level();
            first[1] += weight * at.effect();
            first[2] += weight * z * at.effect();
            double across = weight * (at.levelEffect() + at.level() * at.effect());
            double along = weight * (at.effectEffect() + at.effect() * at.effect());
            second[0] += weight * (at.levelLevel() + at.level() * at.level());
            second[1] += across;
            second[2] += z * across;
            second[3] += along;
            second[4] += z * along;
            second[5] += z * z * along;
            return weight;
        }

        StudyIntegral integral(double step) {
            double level = first[0] / all;
            double mean = first[1] / all;
            double spread = first[2] / all;
            return new StudyIntegral(
                    height + StrictMath.log(all * step / Math.sqrt(2 * Math.PI)),
                    level,
                    mean,
                    spread,
                    second[0] / all - level * level,
                    second[1] / all - level * mean,
                    second[2] / all - level * spread,
                    second[3] / all - mean * mean,
                    second[4] / all - mean * spread,
                    second[5] / all - spread * spread);
        }
    }
}
