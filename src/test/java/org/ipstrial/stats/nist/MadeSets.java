package org.ipstrial.stats.nist;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ipstrial.stats.nist.CertifiedSet.Kind;

/** The sets of NIST whose data follow from a formula, so that they can be tested without NIST's files. */
final class MadeSets {

    /** What is added to the polynomial of Wampler3, and a hundred and ten thousand times of it in Wampler4 and 5. */
    private static final int[] NOISE = {
        759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 2523,
        -2048, 2048, -2048, 759
    };

    /** Tenths that the nine groups of the sets of Simon and Lesage begin at. */
    private static final int[] GROUPS = {4, 3, 5, 3, 5, 3, 5, 3, 5};

    private MadeSets() {}

    static List<CertifiedSet> all() {
        Map<String, Map<String, Double>> certified = MadeSetsCertified.read();
        Map<String, List<List<String>>> rows = new TreeMap<>();
        rows.put("NumAcc1", List.of(List.of("10000001"), List.of("10000003"), List.of("10000002")));
        rows.put("NumAcc2", alternating("1"));
        rows.put("NumAcc3", alternating("1000000"));
        rows.put("NumAcc4", alternating("10000000"));
        String[] bases = {"1", "1000000", "1000000000000"};
        int[] sizes = {21, 201, 2001};
        for (int i = 0; i < 9; i++) {
            rows.put("SmLs0" + (i + 1), groups(bases[i / 3], sizes[i % 3]));
        }
        rows.put("NoInt1", made(60, 70, x -> BigDecimal.valueOf(x + 70L)));
        rows.put("NoInt2", made(4, 6, x -> BigDecimal.valueOf(x == 4 ? 3 : 4)));
        rows.put("Wampler1", made(0, 20, x -> polynomial(BigDecimal.valueOf(x))));
        rows.put("Wampler2", made(0, 20, x -> polynomial(BigDecimal.valueOf(x, 1))));
        for (int k = 3; k <= 5; k++) {
            BigDecimal times = BigDecimal.valueOf(k == 3 ? 1 : k == 4 ? 100 : 10_000);
            rows.put("Wampler" + k, made(0, 20, x -> polynomial(BigDecimal.valueOf(x))
                    .add(times.multiply(BigDecimal.valueOf(NOISE[x])))));
        }
        return rows.entrySet().stream()
                .map(set ->
                        new CertifiedSet(set.getKey(), kind(set.getKey()), set.getValue(), certified.get(set.getKey())))
                .toList();
    }

    private static Kind kind(String name) {
        return name.startsWith("NumAcc") ? Kind.UNIVARIATE : name.startsWith("SmLs") ? Kind.ANOVA : Kind.LINEAR;
    }

    private static BigDecimal polynomial(BigDecimal x) {
        return IntStream.rangeClosed(0, 5).mapToObj(x::pow).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<List<String>> made(int from, int to, IntFunction<BigDecimal> y) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(x -> List.of(y.apply(x).toPlainString(), Integer.toString(x)))
                .toList();
    }

    private static List<List<String>> alternating(String whole) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(whole + ".2"));
        for (int i = 0; i < 500; i++) {
            rows.add(List.of(whole + ".1"));
            rows.add(List.of(whole + ".3"));
        }
        return rows;
    }

    private static List<List<String>> groups(String whole, int size) {
        List<List<String>> rows = new ArrayList<>();
        for (int g = 0; g < GROUPS.length; g++) {
            for (int i = 0; i < size; i++) {
                int tenths = GROUPS[g] + (i == 0 ? 0 : i % 2 == 1 ? -1 : 1);
                rows.add(List.of(Integer.toString(g + 1), whole + "." + tenths));
            }
        }
        return rows;
    }
}
