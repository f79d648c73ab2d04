package org.ipstrial.stats.meta.mixed;

import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.search.Crossing;

/**
 * The events of a study's group given those of both arms, which leaves its level out: Fisher's noncentral hypergeometric
 * distribution.
 *
 * <pre>
 *   f(k) ~ C(n1, k) C(n2, m - k) exp(k t),  l = log f(x)
 *   slope = x - E k,  slope of that = -Var k
 * </pre>
 * Weights follow from each other outwards from the most likely k, and end where they no longer matter.
 */
final class EventsOfGroup implements StudyLikelihood {

    private static final double NEGLIGIBLE = 0x1p-80;
    private static final double WIDEST = 700;

    private final long least;
    private final int observed;
    private final double[] up;
    private final double[] logs;

    EventsOfGroup(TwoByTwo table) {
        long n1 = table.group().assessed();
        long n2 = table.reference().assessed();
        long m = table.events();
        least = Math.max(0, m - n2);
        int count = (int) (Math.min(n1, m) - least);
        observed = (int) (table.group().events() - least);
        up = new double[count + 1];
        logs = new double[count + 1];
        for (int i = 0; i < count; i++) {
            long k = least + i;
            up[i] = (double) (n1 - k) * (m - k) / ((double) (k + 1) * (n2 - m + k + 1));
            logs[i + 1] = logs[i] + StrictMath.log(up[i]);
        }
    }

    @Override
    public boolean hasLevel() {
        return false;
    }

    @Override
    public double startOfLevel() {
        return 0;
    }

    @Override
    public Point at(double level, double effect) {
        int mode = mode(effect);
        double ratio = StrictMath.exp(Math.max(-WIDEST, Math.min(WIDEST, effect)));
        double all = 1;
        double first = 0;
        double second = 0;
        double weight = ratio * up[mode];
        for (int k = mode + 1; weight > NEGLIGIBLE; k++) {
            double apart = k - mode;
            all += weight;
            first += weight * apart;
            second += weight * apart * apart;
            weight *= ratio * up[k];
        }
        weight = mode == 0 ? 0 : 1 / (ratio * up[mode - 1]);
        for (int k = mode - 1; weight > NEGLIGIBLE; k--) {
            double apart = k - mode;
            all += weight;
            first += weight * apart;
            second += weight * apart * apart;
            weight = k == 0 ? 0 : weight / (ratio * up[k - 1]);
        }
        double mean = first / all;
        double log = logs[observed] - logs[mode] + (observed - mode) * effect - StrictMath.log(all);
        return new Point(log, 0, observed - mode - mean, 0, 0, -(second / all - mean * mean));
    }

    /** The most likely place; up falls from one to the next. */
    private int mode(double effect) {
        int low = 0;
        int high = up.length - 1;
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (logs[middle] - logs[middle - 1] + effect >= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    @Override
    public boolean isLowest() {
        return observed == 0;
    }

    @Override
    public boolean isHighest() {
        return observed == up.length - 1;
    }

    @Override
    public double highest() {
        if (isLowest() || isHighest()) {
            return 0;
        }
        double low = -1;
        while (at(0, low).effect() < 0) {
            low *= 2;
        }
        double high = 1;
        while (at(0, high).effect() > 0) {
            high *= 2;
        }
        return at(0, Crossing.of(effect -> -at(0, effect).effect(), low, high)).log();
    }
}
