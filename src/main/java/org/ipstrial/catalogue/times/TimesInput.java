package org.ipstrial.catalogue.times;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.hazards.ArmModel;

/**
 * Reads the times of a reference value.
 *
 * <p>{@code times 9 13+ 13 | 5 5 8+}: the times of group and reference, {@code +} where one is censored, {@code b} where its
 * cause is the second. {@code ||} stands between strata. {@code times lung by sex 2 1 strata ph.ecog} takes a data set that
 * ships with the program: columns {@code time} and {@code cause} (0 is censored), the arms in the order named. Behind the
 * strata may stand covariates and clusters, {@code adjust age,ph.ecog cluster inst}; who lacks any of them is left out. Behind
 * it all stands what else is asked: {@code ; at=180}.
 *
 * @param times      the times
 * @param names      the names of the covariates
 * @param covariates their columns
 * @param asked      what else is asked, by name
 */
record TimesInput(SurvivalTimes times, List<String> names, double[][] covariates, Map<String, Double> asked) {

    private static final Pattern NAMED =
            Pattern.compile("times ([a-z][a-z0-9]*)(?: by (\\S+) (\\d+(?: \\d+)*))?(?: strata (\\S+))?"
                    + "(?: adjust (\\S+))?(?: cluster (\\S+))?");
    private static final Pattern TIME = Pattern.compile("([0-9.]+)([+b]?)");

    /** The times and what is asked of them. */
    static TimesInput of(String input) {
        String[] parts = input.split(";");
        Map<String, Double> asked = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].strip().split("=");
            asked.put(pair[0], Double.parseDouble(pair[1]));
        }
        Matcher named = NAMED.matcher(parts[0].strip());
        return named.matches()
                ? dataSet(named, asked)
                : new TimesInput(written(parts[0]), List.of(), new double[0][], asked);
    }

    /** The arms with the covariates. */
    ArmModel model() {
        return ArmModel.of(times, names, covariates);
    }

    /** What is asked by a name. */
    double asked(String name) {
        if (!asked.containsKey(name)) {
            throw new IllegalArgumentException("wanted " + name + " among " + asked);
        }
        return asked.get(name);
    }

    private static TimesInput dataSet(Matcher named, Map<String, Double> asked) {
        List<String> arms =
                named.group(2) == null ? List.of("") : List.of(named.group(3).split(" "));
        List<String> names =
                named.group(5) == null ? List.of() : List.of(named.group(5).split(","));
        Map<String, Integer> strata = new TreeMap<>();
        Map<String, Integer> clusters = new TreeMap<>();
        List<double[]> people = new ArrayList<>();
        for (CSVRecord row : DataSet.rows(named.group(1))) {
            int arm = arms.indexOf(named.group(2) == null ? "" : row.get(named.group(2)));
            String stratum = named.group(4) == null ? "all" : row.get(named.group(4));
            String cluster = named.group(6) == null ? "each" : row.get(named.group(6));
            boolean known = names.stream().noneMatch(name -> row.get(name).isEmpty());
            if (arm >= 0 && known && !stratum.isEmpty() && !cluster.isEmpty()) {
                double[] person = new double[5 + names.size()];
                person[0] = Double.parseDouble(row.get("time"));
                person[1] = Double.parseDouble(row.get("cause"));
                person[2] = arm;
                person[3] = strata.computeIfAbsent(stratum, any -> strata.size());
                person[4] = named.group(6) == null
                        ? people.size()
                        : clusters.computeIfAbsent(cluster, any -> clusters.size());
                for (int j = 0; j < names.size(); j++) {
                    person[5 + j] = Double.parseDouble(row.get(names.get(j)));
                }
                people.add(person);
            }
        }
        double[][] covariates = new double[names.size()][];
        for (int j = 0; j < covariates.length; j++) {
            int column = 5 + j;
            covariates[j] =
                    people.stream().mapToDouble(person -> person[column]).toArray();
        }
        return new TimesInput(times(people).inClusters(column(people, 4)), names, covariates, asked);
    }

    private static SurvivalTimes written(String text) {
        List<double[]> people = new ArrayList<>();
        String[] strata = text.strip().substring("times ".length()).split("\\|\\|");
        for (int stratum = 0; stratum < strata.length; stratum++) {
            String[] arms = strata[stratum].split("\\|");
            for (int arm = 0; arm < arms.length; arm++) {
                for (String word : arms[arm].strip().split(" +")) {
                    Matcher time = TIME.matcher(word);
                    if (!time.matches()) {
                        throw new IllegalArgumentException(
                                "times are written such as times 9 13+ 13 | 5 5 8+, got " + text);
                    }
                    int cause = time.group(2).equals("+") ? 0 : time.group(2).equals("b") ? 2 : 1;
                    people.add(new double[] {Double.parseDouble(time.group(1)), cause, arm, stratum});
                }
            }
        }
        return times(people);
    }

    private static SurvivalTimes times(List<double[]> people) {
        return SurvivalTimes.of(
                people.stream().mapToDouble(person -> person[0]).toArray(),
                column(people, 1),
                column(people, 2),
                column(people, 3));
    }

    private static int[] column(List<double[]> people, int column) {
        return people.stream().mapToInt(person -> (int) person[column]).toArray();
    }
}
