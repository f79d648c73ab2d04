package org.ipstrial.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.resampling.RandomStreams;
import org.ipstrial.stats.resampling.Resampling;

/** Amounts for tests: many zeros, many ties, long tails; the seed is always named. */
public final class Samples {

    private Samples() {}

    /** Hours in quarters, about four in ten zero. */
    public static double[] hours(Random random, int n) {
        double[] hours = new double[n];
        for (int i = 0; i < n; i++) {
            hours[i] = random.nextInt(10) < 4 ? 0 : Math.rint(4 * StrictMath.exp(2 + 1.2 * random.nextGaussian())) / 4;
        }
        return hours;
    }

    /** Two arms of up to forty people, at least two each. */
    public static TwoSamples twoArms(int seed) {
        Random random = new Random(seed);
        return new TwoSamples(hours(random, 2 + random.nextInt(39)), hours(random, 2 + random.nextInt(39)));
    }

    /** The same amounts in another order. */
    public static double[] shuffled(double[] values, Random random) {
        List<Double> list = new ArrayList<>(Arrays.stream(values).boxed().toList());
        Collections.shuffle(list, random);
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Each amount times a factor, plus a constant. */
    public static double[] linear(double[] values, double factor, double constant) {
        return Arrays.stream(values).map(x -> factor * x + constant).toArray();
    }

    /** Four hundred resamples on one thread. */
    public static Resampling resampling() {
        return resampling(400, 1);
    }

    /** Resamples of one fixed stream. */
    public static Resampling resampling(int resamples, int threads) {
        return new Resampling(resamples, RandomStreams.of(1, List.of("test")), threads);
    }

    /** All samples of one size with whole numbers below a bound. */
    public static List<double[]> everySample(int size, int bound) {
        List<double[]> all = new ArrayList<>();
        for (int code = 0; code < (int) StrictMath.pow(bound, size); code++) {
            double[] sample = new double[size];
            for (int i = 0, rest = code; i < size; i++, rest /= bound) {
                sample[i] = rest % bound;
            }
            all.add(sample);
        }
        return all;
    }

    /** Sixty pairs of random arms, and all of two and three people with 0, 1 or 2. */
    public static List<TwoSamples> manyTwoArms() {
        List<TwoSamples> all = new ArrayList<>(
                IntStream.rangeClosed(1, 60).mapToObj(Samples::twoArms).toList());
        for (double[] group : everySample(2, 3)) {
            for (double[] reference : everySample(3, 3)) {
                all.add(new TwoSamples(group, reference));
            }
        }
        return all;
    }
}
