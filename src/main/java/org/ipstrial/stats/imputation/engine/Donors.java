package org.ipstrial.stats.imputation.engine;

/** People in the order of what is predicted of them, so that the nearest to any prediction are found at once. */
final class Donors {

    private final double[] predicted;
    private final int[] people;
    private final int count;

    private Donors(double[] predicted, int[] people, int count) {
        this.predicted = predicted;
        this.people = people;
        this.count = count;
    }

    /**
     * The donors.
     *
     * @param predicted what is predicted of each person
     * @param count     how many of the nearest share the chance
     */
    static Donors of(double[] predicted, int count) {
        int n = predicted.length;
        int[] people = new int[n];
        for (int i = 0; i < n; i++) {
            people[i] = i;
        }
        sort(people, new int[n], 0, n, predicted);
        double[] sorted = new double[n];
        for (int i = 0; i < n; i++) {
            sorted[i] = predicted[people[i]];
        }
        return new Donors(sorted, people, Math.min(count, n));
    }

    /** One of those nearest to a prediction; of those that are equally far at the last place, any. */
    int near(double wanted, Variates random) {
        double furthest = furthest(wanted);
        int reached = first(wanted, -furthest, false);
        int inside = first(wanted, -furthest, true);
        int beyond = Math.max(inside, first(wanted, furthest, false));
        int end = Math.max(beyond, first(wanted, furthest, true));
        int nearer = beyond - inside;
        int drawn = random.below(count);
        if (drawn < nearer) {
            return people[inside + drawn];
        }
        int below = inside - reached;
        int tied = random.below(below + end - beyond);
        return people[tied < below ? reached + tied : beyond + tied - below];
    }

    /** Whether a prediction lies above, or below, those of all people. */
    boolean areBeyond(double wanted) {
        return wanted < predicted[0] || wanted > predicted[predicted.length - 1];
    }

    /** How far the last of the nearest is. */
    private double furthest(double wanted) {
        int high = first(wanted, 0, false);
        int low = high - 1;
        double distance = 0;
        for (int k = 0; k < count; k++) {
            double down = low >= 0 ? wanted - predicted[low] : Double.POSITIVE_INFINITY;
            double up = high < predicted.length ? predicted[high] - wanted : Double.POSITIVE_INFINITY;
            if (down < up) {
                distance = down;
                low--;
            } else {
                distance = up;
                high++;
            }
        }
        return distance;
    }

    /** The first place whose prediction less the wanted one is at least, or above, an offset. */
    private int first(double wanted, double offset, boolean above) {
        int low = 0;
        int high = predicted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            double off = predicted[middle] - wanted;
            if (above ? off > offset : off >= offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Merges halves: those with the same prediction stay in their order. */
    private static void sort(int[] people, int[] spare, int from, int to, double[] key) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(people, spare, from, middle, key);
        sort(people, spare, middle, to, key);
        if (key[people[middle - 1]] <= key[people[middle]]) {
            return;
        }
        System.arraycopy(people, from, spare, from, middle - from);
        int left = from;
        int right = middle;
        for (int next = from; left < middle; next++) {
            people[next] = right < to && key[people[right]] < key[spare[left]] ? people[right++] : spare[left++];
        }
    }
}
