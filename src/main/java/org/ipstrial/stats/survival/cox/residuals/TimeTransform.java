package org.ipstrial.stats.survival.cox.residuals;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.ipstrial.stats.survival.cox.CoxData;

/**
 * The function of time with which a hazard ratio is tested for a trend, over all strata together.
 *
 * <p>The same time always has the same value, and only times of events have one.
 */
public enum TimeTransform {
    /** One minus the Kaplan-Meier curve of everybody just before the time; R's default, least moved by late events. */
    KM("km") {
        @Override
        double next(double before, long seen, long ending, double time) {
            return 1 - before;
        }
    },
    /** The rank of the time among those of everybody, censored or not, the middle one where they are tied. */
    RANK("rank") {
        @Override
        double next(double before, long seen, long ending, double time) {
            return seen + (ending + 1) / 2.0;
        }
    },
    /** The time itself. */
    IDENTITY("identity") {
        @Override
        double next(double before, long seen, long ending, double time) {
            return time;
        }
    };

    private final String id;

    TimeTransform(String id) {
        this.id = id;
    }

    /** The name of the function. */
    public String id() {
        return id;
    }

    /**
     * The value of a time of events.
     *
     * @param before the Kaplan-Meier curve just before it
     * @param seen   how many have ended before it
     * @param ending how many end at it, censored or not
     * @param time   the time
     */
    abstract double next(double before, long seen, long ending, double time);

    /** The value of each time of events, from their mean over all events. */
    Map<Double, Double> values(CoxData data) {
        TreeMap<Double, long[]> counts = new TreeMap<>();
        double[] entries = new double[data.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = data.entry(i);
        }
        Arrays.sort(entries);
        int entered = 0;
        for (int i = 0; i < data.size(); i++) {
            long[] count = counts.computeIfAbsent(data.time(i), any -> new long[2]);
            count[0]++;
            count[1] += data.event(i) ? 1 : 0;
        }
        Map<Double, Double> values = new TreeMap<>();
        long seen = 0;
        long all = 0;
        double curve = 1;
        double sum = 0;
        for (Map.Entry<Double, long[]> entry : counts.entrySet()) {
            long ending = entry.getValue()[0];
            long events = entry.getValue()[1];
            if (events > 0) {
                double value = next(curve, seen, ending, entry.getKey());
                values.put(entry.getKey(), value);
                sum += events * value;
                while (entered < entries.length && entries[entered] < entry.getKey()) {
                    entered++;
                }
                long atRisk = entered - seen;
                curve *= (double) (atRisk - events) / atRisk;
                all += events;
            }
            seen += ending;
        }
        double mean = sum / all;
        values.replaceAll((time, value) -> value - mean);
        return values;
    }
}
