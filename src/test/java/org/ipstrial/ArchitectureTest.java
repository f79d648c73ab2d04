package org.ipstrial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The map of the house: what each package may use besides the JDK, read from the compiled classes. */
class ArchitectureTest {

    private static final String ROOT = "org.ipstrial.";
    private static final Path CLASSES = Path.of("target/classes/org/ipstrial");

    private static final String MATH = "org.apache.commons.math3";
    private static final String DISTRIBUTIONS = "org.apache.commons.statistics";
    private static final String LONG_NUMBERS = "org.apache.commons.numbers.core";
    private static final String RANDOM = "org.apache.commons.rng";
    private static final String CSV = "org.apache.commons.csv";
    private static final String JSON = "com.fasterxml.jackson.core";
    private static final String COLUMNS = "tech.tablesaw";
    private static final String COMMAND_LINE = "picocli";
    private static final String YAML = "org.snakeyaml.engine";

    /** Package to what it may use. One way: cli, plan, dataimport, dataset, analysis, ard, disclosure, report, render. */
    private static final Map<String, Set<String>> MAP = new TreeMap<>(Map.ofEntries(
            Map.entry("finding", Set.of()),
            Map.entry("outcome", Set.of()),
            // Its one hash serves what names a file by it, and what draws random numbers from words.
            Map.entry("digest", Set.of()),
            Map.entry("plan", Set.of("finding", "outcome", "digest", YAML)),
            Map.entry("dataset", Set.of("finding", "outcome", COLUMNS)),
            Map.entry("dataimport", Set.of("finding", "outcome", "plan", "dataset", "digest", CSV)),
            // plan, outcome: files are written with the columns, codes and form that a plan says they have.
            Map.entry("dataexport", Set.of("outcome", "plan", "dataset", CSV)),
            Map.entry("simulate", Set.of("plan", "outcome", "dataset", "stats")),
            // commons-numbers: numbers of 32 digits for least squares; it comes with the distributions.
            Map.entry("stats", Set.of("digest", MATH, DISTRIBUTIONS, LONG_NUMBERS, RANDOM)),
            Map.entry("ard", Set.of()),
            // commons-csv: the reference values that the catalogue keeps are CSV files.
            Map.entry("catalogue", Set.of("stats", "ard", CSV)),
            Map.entry("analysis", Set.of("finding", "outcome", "plan", "dataset", "stats", "ard", "catalogue")),
            Map.entry("disclosure", Set.of("ard", MATH)),
            Map.entry("selftest", Set.of("catalogue", "stats", "ard")),
            // selftest: its page and its log are drawn as every other page is.
            Map.entry("report", Set.of("ard", "disclosure", "catalogue", "selftest")),
            // finding: one escaper of invisible characters serves messages and printed text.
            Map.entry("render", Set.of("report", "disclosure", "ard", "catalogue", "selftest", "finding", JSON, CSV)),
            Map.entry(
                    "cli",
                    Set.of(
                            "finding",
                            "outcome",
                            "digest",
                            "plan",
                            "dataset",
                            "dataimport",
                            "dataexport",
                            "simulate",
                            "stats",
                            "ard",
                            "catalogue",
                            "analysis",
                            "disclosure",
                            "selftest",
                            "report",
                            "render",
                            COMMAND_LINE))));

    private static final Pattern CLASS_LINE = Pattern.compile("^\\s+(\\S+)\\s+->\\s+(\\S+)\\s+.*$");

    /** Class to the classes that it uses, all by full name. */
    private static final Map<String, Set<String>> USES = new TreeMap<>();

    @BeforeAll
    static void readTheCompiledClasses() {
        StringWriter out = new StringWriter();
        int exit = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(
                        new PrintWriter(out),
                        new PrintWriter(out),
                        "-verbose:class",
                        "-filter:none",
                        "--ignore-missing-deps",
                        "--multi-release",
                        "base",
                        "target/classes");
        assertThat(exit).as(out.toString()).isZero();
        for (String line : out.toString().split("\n")) {
            Matcher use = CLASS_LINE.matcher(line);
            if (use.matches() && use.group(1).startsWith(ROOT)) {
                USES.computeIfAbsent(use.group(1), any -> new TreeSet<>()).add(use.group(2));
            }
        }
        assertThat(USES).as("classes that jdeps saw").hasSizeGreaterThan(50);
    }

    @Test
    void everyPackageIsOnTheMap() throws IOException {
        try (Stream<Path> folders = Files.list(CLASSES)) {
            assertThat(folders.filter(Files::isDirectory)
                            .filter(ArchitectureTest::holdsClasses)
                            .map(folder -> folder.getFileName().toString()))
                    .isSubsetOf(MAP.keySet());
        }
    }

    @Test
    void everyUseFollowsTheMap() {
        List<String> astray = new ArrayList<>();
        USES.forEach((user, used) -> {
            String home = topPackage(user);
            for (String name : used) {
                boolean fine = name.startsWith(ROOT)
                        ? topPackage(name).equals(home) || MAP.get(home).contains(topPackage(name))
                        : isJdk(name) || MAP.get(home).stream().anyMatch(allowed -> name.startsWith(allowed + "."));
                if (!fine) {
                    astray.add(user + " uses " + name);
                }
            }
        });
        assertThat(astray).isEmpty();
    }

    /** Neither by addresses and connections, nor by channels, nor by another program that is started. */
    @Test
    void nothingTouchesTheNetwork() {
        Pattern network = Pattern.compile("java\\.net\\..*|javax\\.net\\..*|java\\.rmi\\..*|javax\\.naming\\..*"
                + "|java\\.nio\\.channels\\..*(Socket|Datagram|Multicast).*|java\\.lang\\.Process(Builder)?");
        USES.forEach((user, used) -> assertThat(used).as(user).noneMatch(name -> network.matcher(name)
                .matches()));
    }

    @Test
    void subpackagesOfStatsHaveNoCycle() {
        Map<String, Set<String>> rooms = new TreeMap<>();
        USES.forEach((user, used) -> {
            if (topPackage(user).equals("stats")) {
                for (String name : used) {
                    if (name.startsWith(ROOT + "stats.") && !packageOf(name).equals(packageOf(user))) {
                        rooms.computeIfAbsent(packageOf(user), any -> new TreeSet<>())
                                .add(packageOf(name));
                    }
                }
            }
        });
        assertThat(rooms).isNotEmpty();
        for (String room : rooms.keySet()) {
            assertThat(reachable(rooms, room)).as("reached from " + room).doesNotContain(room);
        }
    }

    /** A room of more than fifteen classes is split by topic: in time-to-event that is held here. */
    @Test
    void noRoomOfSurvivalHoldsMoreThanFifteenClasses() {
        Map<String, Set<String>> rooms = new TreeMap<>();
        for (String user : USES.keySet()) {
            if (user.startsWith(ROOT + "stats.survival.") && !user.endsWith("package-info")) {
                rooms.computeIfAbsent(packageOf(user), any -> new TreeSet<>()).add(user.replaceAll("\\$.*", ""));
            }
        }
        assertThat(rooms).hasSizeGreaterThan(5);
        rooms.forEach((room, classes) -> assertThat(classes).as(room).hasSizeLessThanOrEqualTo(15));
    }

    private static Set<String> reachable(Map<String, Set<String>> rooms, String start) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(rooms.getOrDefault(start, Set.of()));
        while (!next.isEmpty()) {
            String room = next.remove();
            if (seen.add(room)) {
                next.addAll(rooms.getOrDefault(room, Set.of()));
            }
        }
        return seen;
    }

    private static boolean holdsClasses(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".class"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String topPackage(String className) {
        String rest = className.substring(ROOT.length());
        return rest.substring(0, rest.indexOf('.'));
    }

    private static String packageOf(String className) {
        return className.substring(0, className.lastIndexOf('.'));
    }

    private static boolean isJdk(String className) {
        return new HashSet<>(List.of("java", "javax", "jdk")).contains(className.substring(0, className.indexOf('.')));
    }
}
