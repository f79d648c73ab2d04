package org.ipstrial.stats.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.ipstrial.stats.descriptive.DecimalAmounts;

/**
 * Times from randomisation to an event or to the end of observation, in one or more arms and strata.
 *
 * <p>A time is a decimal number of at most nine places, so that two times that are written alike are one time: a date
 * difference over 365.25 is neither a decimal nor the same in every program, and would split a tie. Everything that the
 * methods need of it is its order and its size, both exact.
 *
 * <p>People who are censored at a time at which others have the event were at risk of it: censoring counts as just after
 * the events. The order of the people changes no result. People may come in clusters, such as those of one site, which only
 * robust variances look at.
 *
 * <p>People may come under observation late: then each is at risk from just after the own entry to the own time, both counted
 * from randomisation, so that whoever enters at a time at which others have the event was not at risk of it. Ends come before
 * entries. An entry of 0 is none: nothing can have been missed.
 */
public final class SurvivalTimes {

    /** The cause of a time at which nothing happened but that observation ended. */
    public static final int CENSORED = 0;

    /** The entry of those who are under observation from the start. */
    private static final double START = Double.NEGATIVE_INFINITY;

    private final double[] times;
    private final double[] entries;
    private final int[] causes;
    private final int[] arms;
    private final int[] strata;
    private final int[] clusters;
    private final int armCount;

    private SurvivalTimes(
            double[] times, double[] entries, int[] causes, int[] arms, int[] strata, int[] clusters, int armCount) {
        this.times = times;
        this.entries = entries;
        this.causes = causes;
        this.arms = arms;
        this.strata = strata;
        this.clusters = clusters;
        this.armCount = armCount;
    }

    /**
     * The times of people in one stratum.
     *
     * @param times  one a person: not negative, a decimal number of at most nine places
     * @param causes 0 where the time is censored, else the number of the cause of the event, from 1
     * @param arms   the number of each person's arm, from 0; each arm up to the highest has somebody
     * @throws IllegalArgumentException if the data are none of this
     */
    public static SurvivalTimes of(double[] times, int[] causes, int[] arms) {
        return of(times, causes, arms, new int[times.length]);
    }

    /**
     * The times of people in several strata.
     *
     * @param times  one a person: not negative, a decimal number of at most nine places
     * @param causes 0 where the time is censored, else the number of the cause of the event, from 1
     * @param arms   the number of each person's arm, from 0; each arm up to the highest has somebody
     * @param strata the number of each person's stratum, from 0
     * @throws IllegalArgumentException if the data are none of this
     */
    public static SurvivalTimes of(double[] times, int[] causes, int[] arms, int[] strata) {
        int n = times.length;
        if (causes.length != n || arms.length != n || strata.length != n) {
            throw new IllegalArgumentException("times, causes, arms and strata must be as many, got " + n + ", "
                    + causes.length + ", " + arms.length + " and " + strata.length);
        }
        if (n == 0) {
            throw new IllegalArgumentException("times must be of at least one person, got none");
        }
        for (double time : times) {
            if (!(time >= 0 && time <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("a time must be finite and not negative, got " + time);
            }
        }
        if (DecimalAmounts.of(times).isEmpty()) {
            throw new IllegalArgumentException("times must be decimal numbers of at most nine places");
        }
        notNegative("cause", causes);
        notNegative("arm", arms);
        notNegative("stratum", strata);
        int armCount = Arrays.stream(arms).max().orElseThrow() + 1;
        boolean[] seen = new boolean[armCount];
        for (int arm : arms) {
            seen[arm] = true;
        }
        for (int arm = 0; arm < armCount; arm++) {
            if (!seen[arm]) {
                throw new IllegalArgumentException("each arm must have somebody, arm " + arm + " has nobody");
            }
        }
        // Adding 0 makes one zero of both.
        double[] own = Arrays.stream(times).map(time -> time + 0.0).toArray();
        int[] alone = IntStream.range(0, n).toArray();
        double[] none = new double[n];
        Arrays.fill(none, START);
        return new SurvivalTimes(own, none, causes.clone(), arms.clone(), strata.clone(), alone, armCount);
    }

    /**
     * The same people where some come under observation late.
     *
     * @param ofEach the time of each person's entry: a decimal number of at most nine places, not negative, before the own
     *     time; 0 for those who are under observation from the start
     * @throws IllegalArgumentException if the entries are none of this
     */
    public SurvivalTimes enteringAt(double[] ofEach) {
        if (ofEach.length != size()) {
            throw new IllegalArgumentException("entries must be those of " + size() + " people, got " + ofEach.length);
        }
        double[] own = new double[size()];
        for (int person = 0; person < size(); person++) {
            if (!(ofEach[person] >= 0 && ofEach[person] < times[person])) {
                throw new IllegalArgumentException(
                        "an entry must be from 0 to before the time " + times[person] + ", got " + ofEach[person]);
            }
            own[person] = ofEach[person] == 0 ? START : ofEach[person];
        }
        if (DecimalAmounts.of(ofEach).isEmpty()) {
            throw new IllegalArgumentException("entries must be decimal numbers of at most nine places");
        }
        return new SurvivalTimes(times, own, causes, arms, strata, clusters, armCount);
    }

    /**
     * The same people in clusters.
     *
     * @param ofEach the number of each person's cluster, from 0
     */
    public SurvivalTimes inClusters(int[] ofEach) {
        if (ofEach.length != size()) {
            throw new IllegalArgumentException("clusters must be those of " + size() + " people, got " + ofEach.length);
        }
        notNegative("cluster", ofEach);
        return new SurvivalTimes(times, entries, causes, arms, strata, ofEach.clone(), armCount);
    }

    private static void notNegative(String name, int[] numbers) {
        for (int number : numbers) {
            if (number < 0) {
                throw new IllegalArgumentException(name + " must not be negative, got " + number);
            }
        }
    }

    /** How many people. */
    public int size() {
        return times.length;
    }

    /** How many arms. */
    public int arms() {
        return armCount;
    }

    /** The highest number of a cause, 0 if all are censored. */
    public int causes() {
        return Arrays.stream(causes).max().orElseThrow();
    }

    /** A person's time. */
    public double time(int person) {
        return times[person];
    }

    /** When a person comes under observation: negative infinity if that is from the start. */
    public double entry(int person) {
        return entries[person];
    }

    /** Whether anybody comes under observation late. */
    public boolean hasEntries() {
        for (double entry : entries) {
            if (entry > 0) {
                return true;
            }
        }
        return false;
    }

    /** What ended a person's time: 0 if it is censored, else the number of the cause. */
    public int cause(int person) {
        return causes[person];
    }

    /** A person's arm. */
    public int arm(int person) {
        return arms[person];
    }

    /** A person's stratum. */
    public int stratum(int person) {
        return strata[person];
    }

    /** A person's cluster; where none are told, nobody shares one. */
    public int cluster(int person) {
        return clusters[person];
    }

    /** Who is at risk when, over all strata. */
    public RiskTable table() {
        return RiskTable.of(this, IntStream.range(0, size()).toArray());
    }

    /** Who is at risk when, in each stratum that has somebody, by its number. */
    public List<RiskTable> tables() {
        int count = Arrays.stream(strata).max().orElseThrow() + 1;
        int[] next = new int[count + 1];
        for (int stratum : strata) {
            next[stratum + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] starts = next.clone();
        int[] people = new int[size()];
        for (int person = 0; person < size(); person++) {
            people[next[strata[person]]++] = person;
        }
        List<RiskTable> tables = new ArrayList<>();
        for (int stratum = 0; stratum < count; stratum++) {
            if (starts[stratum] < starts[stratum + 1]) {
                tables.add(RiskTable.of(this, Arrays.copyOfRange(people, starts[stratum], starts[stratum + 1])));
            }
        }
        return tables;
    }

    /** The people of two arms: the first becomes arm 0, the group that is compared, the second arm 1, the reference. */
    public SurvivalTimes contrast(int group, int reference) {
        int[] people = IntStream.range(0, size())
                .filter(person -> arms[person] == group || arms[person] == reference)
                .toArray();
        return new SurvivalTimes(
                Arrays.stream(people).mapToDouble(person -> times[person]).toArray(),
                Arrays.stream(people).mapToDouble(person -> entries[person]).toArray(),
                Arrays.stream(people).map(person -> causes[person]).toArray(),
                Arrays.stream(people)
                        .map(person -> arms[person] == group ? 0 : 1)
                        .toArray(),
                Arrays.stream(people).map(person -> strata[person]).toArray(),
                Arrays.stream(people).map(person -> clusters[person]).toArray(),
                2);
    }

    /** The same people where only one cause counts as the event, and all others censor. */
    public SurvivalTimes ofCause(int cause) {
        return withCauses(found -> found == cause ? 1 : CENSORED);
    }

    /** The same people where one cause is cause 1, and all others are cause 2. */
    public SurvivalTimes causeAgainstOthers(int cause) {
        return withCauses(found -> found == CENSORED ? CENSORED : found == cause ? 1 : 2);
    }

    /** The same people where every cause counts as the one event. */
    public SurvivalTimes ofAnyCause() {
        return withCauses(found -> Math.min(found, 1));
    }

    /** The same people where the end of observation is the event, and the event censors: the time under observation. */
    public SurvivalTimes reversed() {
        return withCauses(found -> found == CENSORED ? 1 : CENSORED);
    }

    /** The same people in one stratum. */
    public SurvivalTimes unstratified() {
        return new SurvivalTimes(times, entries, causes, arms, new int[size()], clusters, armCount);
    }

    private SurvivalTimes withCauses(IntUnaryOperator change) {
        return new SurvivalTimes(
                times, entries, Arrays.stream(causes).map(change).toArray(), arms, strata, clusters, armCount);
    }
}
