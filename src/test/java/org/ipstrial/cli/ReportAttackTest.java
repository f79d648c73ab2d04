package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The attacker on a whole report in which small cells are hidden: trials that agree with every count that is printed and in
 * which a hidden count is another; and among them some that print every number that is printed.
 */
class ReportAttackTest {

    private static final int THRESHOLD = 5;
    private static final int STEPS = 4000;
    private static final int RETURN = 10;
    private static final List<String> ARMS = List.of("IPS", "SAU");
    private static final List<String> SITES = List.of("east", "north", "south", "west");
    /** No, yes, missing. */
    private static final int KINDS = 3;

    private static final String PLAN = """
            trial: Small
            participants: {file: participants.csv, arm: {control: SAU}, columns: {site: {}}}
            outcomes: {worked: {kind: binary}}
            analyses:
              - {id: first, compare: worked}
              - {id: shares, rates: worked, by: [site]}
              - {id: effects, subgroups: worked, by: [site]}
            baseline: [site]
            report: {formats: [csv]}
            """;

    @TempDir
    private Path folder;

    private static int cell(int arm, int site, int kind) {
        return (arm * SITES.size() + site) * KINDS + kind;
    }

    private static final int CELLS = ARMS.size() * SITES.size() * KINDS;

    private static int[] trial(SplittableRandom random) {
        int[] people = new int[CELLS];
        for (int arm = 0; arm < ARMS.size(); arm++) {
            for (int site = 0; site < SITES.size(); site++) {
                boolean small = random.nextInt(3) == 0;
                for (int kind = 0; kind < KINDS; kind++) {
                    int most = kind == 2 ? 2 : small ? 5 : 16;
                    people[cell(arm, site, kind)] = (kind == 2 || small ? 0 : 5) + random.nextInt(most);
                }
            }
        }
        return people;
    }

    /** What the report of a trial prints, by key. */
    private Map<List<String>, String> printed(int[] people, boolean hidden) throws IOException {
        StringBuilder text = new StringBuilder("id,arm,site,worked\n");
        int id = 1000;
        for (int arm = 0; arm < ARMS.size(); arm++) {
            for (int site = 0; site < SITES.size(); site++) {
                for (int kind = 0; kind < KINDS; kind++) {
                    for (int n = 0; n < people[cell(arm, site, kind)]; n++) {
                        text.append("p").append(id++).append(',').append(ARMS.get(arm));
                        text.append(',').append(SITES.get(site)).append(',');
                        text.append(kind == 2 ? "" : String.valueOf(kind)).append('\n');
                    }
                }
            }
        }
        Path plan = Files.writeString(folder.resolve("trial.yaml"), PLAN);
        Files.writeString(folder.resolve("participants.csv"), text);
        Path out = folder.resolve(hidden ? "hidden" : "open");
        List<String> arguments =
                new ArrayList<>(List.of("report", plan.toString(), "-q", "-o", out.toString(), "--threads", "1"));
        if (hidden) {
            arguments.addAll(List.of("--min-cell", String.valueOf(THRESHOLD)));
        }
        Run run = Run.of(arguments);
        assertThat(run.err()).isEmpty();
        Map<List<String>, String> rows = new LinkedHashMap<>();
        String csv = Files.readString(out.resolve("results.csv"));
        for (CSVRecord row : CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))) {
            rows.put(row.toList().subList(0, 12), row.get("value"));
        }
        return rows;
    }

    /** The sum of cells that a printed count is, if it is one. */
    private static Optional<double[]> sum(List<String> key) {
        String outcome = key.get(3);
        if (!key.get(9).equals("count") && !key.get(9).equals("stratum-count")
                || !key.get(6).isEmpty()
                || !List.of("", "worked", "site").contains(outcome)) {
            return Optional.empty();
        }
        String level = key.get(7).isEmpty() ? key.get(8) : key.get(7);
        if (!level.isEmpty() && !level.startsWith("site=") && !level.startsWith("level=")) {
            return Optional.empty();
        }
        String site = level.substring(level.indexOf('=') + 1);
        String statistic = key.get(11);
        boolean ofSites = outcome.equals("site") || outcome.isEmpty();
        double[] sum = new double[CELLS];
        for (int arm = 0; arm < ARMS.size(); arm++) {
            for (int at = 0; at < SITES.size(); at++) {
                for (int kind = 0; kind < KINDS; kind++) {
                    boolean in = (key.get(5).isEmpty() || key.get(5).equals(ARMS.get(arm)))
                            && (level.isEmpty() || site.equals(SITES.get(at)))
                            && (ofSites && !statistic.equals("missing")
                                    || !ofSites
                                            && (statistic.equals("randomised")
                                                    || statistic.equals("assessed") && kind < 2
                                                    || statistic.equals("events") && kind == 1
                                                    || statistic.equals("missing") && kind == 2));
                    sum[cell(arm, at, kind)] = in ? 1 : 0;
                }
            }
        }
        return Optional.of(sum);
    }

    /** Which cells each printed count is the sum of; that it is so is checked. */
    private static List<double[]> sums(Map<List<String>, String> printed, int[] truth) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        printed.forEach((key, value) -> {
            Optional<double[]> sum = value.isEmpty() ? Optional.empty() : sum(key);
            sum.ifPresent(of -> {
                double total = 0;
                for (int i = 0; i < CELLS; i++) {
                    total += of[i] * truth[i];
                }
                assertThat(Double.parseDouble(value))
                        .as("the attacker reads " + key)
                        .isEqualTo(total);
                sums.put(Arrays.toString(of), of);
            });
        });
        return new ArrayList<>(sums.values());
    }

    /** Whole changes of the cells that change no sum, by elimination. */
    private static List<int[]> moves(List<double[]> sums) {
        List<double[]> rows = new ArrayList<>();
        List<Integer> pivots = new ArrayList<>();
        for (double[] sum : sums) {
            double[] row = sum.clone();
            for (int k = 0; k < rows.size(); k++) {
                subtract(row, rows.get(k), row[pivots.get(k)]);
            }
            for (int pivot = 0; pivot < CELLS; pivot++) {
                if (Math.abs(row[pivot]) > 1e-9) {
                    double scale = row[pivot];
                    for (int i = 0; i < CELLS; i++) {
                        row[i] /= scale;
                    }
                    for (double[] before : rows) {
                        subtract(before, row, before[pivot]);
                    }
                    rows.add(row);
                    pivots.add(pivot);
                    break;
                }
            }
        }
        List<int[]> moves = new ArrayList<>();
        for (int free = 0; free < CELLS; free++) {
            if (!pivots.contains(free)) {
                int[] move = new int[CELLS];
                move[free] = 1;
                for (int k = 0; k < rows.size(); k++) {
                    double change = -rows.get(k)[free];
                    assertThat(change).isEqualTo(Math.rint(change));
                    move[pivots.get(k)] = (int) change;
                }
                moves.add(move);
            }
        }
        return moves;
    }

    private static void subtract(double[] row, double[] other, double factor) {
        for (int i = 0; i < CELLS; i++) {
            row[i] -= factor * other[i];
        }
    }

    /** Trials with the same sums, found by walking: some of each value of each cell. */
    private static List<Map<Integer, List<int[]>>> others(int[] truth, List<int[]> moves, SplittableRandom random) {
        List<Map<Integer, List<int[]>>> found = new ArrayList<>();
        for (int cell = 0; cell < CELLS; cell++) {
            found.add(new TreeMap<>());
        }
        int[] here = truth.clone();
        for (int step = 0; step < STEPS && !moves.isEmpty(); step++) {
            int[] next = step % RETURN == 0 ? truth.clone() : here.clone();
            for (int part = 1 + random.nextInt(3); part > 0; part--) {
                int[] move = moves.get(random.nextInt(moves.size()));
                int sign = random.nextBoolean() ? 1 : -1;
                for (int i = 0; i < CELLS; i++) {
                    next[i] += sign * move[i];
                }
            }
            if (Arrays.stream(next).allMatch(people -> people >= 0)) {
                here = next;
                for (int cell = 0; cell < CELLS; cell++) {
                    List<int[]> some = found.get(cell).computeIfAbsent(here[cell], any -> new ArrayList<>());
                    if (some.size() < 4) {
                        some.add(here);
                    }
                }
            }
        }
        return found;
    }

    private static boolean isSmall(int people) {
        return people > 0 && people < THRESHOLD;
    }

    @Test
    void noSmallCountFollowsFromTheCountsThatArePrinted() throws IOException {
        SplittableRandom random = new SplittableRandom(20120101);
        int attacked = 0;
        int printedCounts = 0;
        for (int number = 0; number < 12; number++) {
            int[] truth = trial(random);
            List<double[]> sums = sums(printed(truth, true), truth);
            printedCounts += sums.size();
            List<Map<Integer, List<int[]>>> others = others(truth, moves(sums), random);
            for (int cell = 0; cell < CELLS; cell++) {
                if (isSmall(truth[cell])) {
                    attacked++;
                    assertThat(others.get(cell).keySet())
                            .as("trial " + number + ", cell " + cell + " of " + Arrays.toString(truth))
                            .hasSizeGreaterThanOrEqualTo(2);
                }
            }
        }
        assertThat(attacked).isGreaterThan(50);
        assertThat(printedCounts).isGreaterThan(60);
    }

    /** The numbers that are no counts, such as tests and limits, give nothing away either. */
    @Test
    void forEverySmallCountAnotherTrialPrintsTheSameNumbers() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        int attacked = 0;
        for (int number = 0; number < 3; number++) {
            int[] truth = trial(random);
            Map<List<String>, String> printed = printed(truth, true);
            List<Map<Integer, List<int[]>>> others = others(truth, moves(sums(printed, truth)), random);
            for (int cell = 0; cell < CELLS; cell += 2) {
                if (isSmall(truth[cell])) {
                    attacked++;
                    assertThat(hasTwin(truth[cell], others.get(cell), printed))
                            .as("trial " + number + ", cell " + cell + " of " + Arrays.toString(truth))
                            .isTrue();
                }
            }
        }
        assertThat(attacked).isGreaterThan(5);
    }

    private boolean hasTwin(int own, Map<Integer, List<int[]>> others, Map<List<String>, String> printed)
            throws IOException {
        for (Map.Entry<Integer, List<int[]>> entry : others.entrySet()) {
            for (int[] people : entry.getValue()) {
                if (entry.getKey() != own && prints(people, printed)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean prints(int[] people, Map<List<String>, String> printed) throws IOException {
        Map<List<String>, String> open = printed(people, false);
        return printed.entrySet().stream()
                .filter(row -> !row.getValue().isEmpty())
                .allMatch(row -> row.getValue().equals(open.getOrDefault(row.getKey(), "")));
    }
}
