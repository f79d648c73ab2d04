package org.ipstrial.catalogue.ordinal;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ipstrial.stats.adjusted.AdjustedData;

/** Reads the people at each level of a reference value: {@code ordered 5 12 8 v 9 10 4}, the group, then the reference. */
final class OrdinalInput {

    static final int GROUP = 0;
    static final int REFERENCE = 1;

    private static final Pattern FORM = Pattern.compile("ordered ([0-9]+(?: [0-9]+)+) v ([0-9]+(?: [0-9]+)+)");

    private OrdinalInput() {}

    static AdjustedData data(String input) {
        Matcher form = FORM.matcher(input);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "people at ordered levels are written such as ordered 5 12 8 v 9 10 4, got " + input);
        }
        double[] group = levels(form.group(1));
        double[] reference = levels(form.group(2));
        double[] all = Arrays.copyOf(group, group.length + reference.length);
        System.arraycopy(reference, 0, all, group.length, reference.length);
        int[] arms = IntStream.range(0, all.length)
                .map(person -> person < group.length ? GROUP : REFERENCE)
                .toArray();
        return AdjustedData.of(all, arms, List.of("group", "reference"), List.of(), new double[0][]);
    }

    private static double[] levels(String counts) {
        int[] people =
                Arrays.stream(counts.split(" ")).mapToInt(Integer::parseInt).toArray();
        return IntStream.range(0, people.length)
                .flatMap(level -> IntStream.generate(() -> level).limit(people[level]))
                .asDoubleStream()
                .toArray();
    }
}
