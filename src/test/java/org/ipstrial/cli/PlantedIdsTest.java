package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ids that stand nowhere else are planted in every file of a trial; then every command is run in every form, with success
 * and with failures of all kinds, and every byte that it prints or writes is searched for them.
 */
class PlantedIdsTest {

    /** How each command is run so that it succeeds on a sound trial; a command that is not here fails the test. */
    private static final Map<String, List<String>> RUNS = new LinkedHashMap<>();

    static {
        RUNS.put("import", List.of("import PLAN --check", "import PLAN -o OUT/copy"));
        RUNS.put("flow", List.of("flow PLAN"));
        RUNS.put("baseline", List.of("baseline PLAN", "baseline PEOPLE --covariates age,site --control SAU"));
        RUNS.put("rates", List.of("rates PLAN", "rates PEOPLE --outcome employed --by site"));
        RUNS.put("hours", List.of("hours PLAN", "hours PEOPLE --outcome earnings"));
        RUNS.put(
                "compare",
                List.of(
                        "compare PLAN --resamples 20",
                        "compare PEOPLE --outcome employed,earnings --control SAU --resamples 20",
                        "compare --counts IPS=5/10 --counts SAU=3/10 --control SAU"));
        RUNS.put(
                "subgroups",
                List.of(
                        "subgroups PEOPLE --outcome employed,earnings --control SAU --by site",
                        "subgroups PEOPLE --outcome earnings --control SAU --by site --adjust age,site"));
        RUNS.put(
                "survival",
                List.of("survival PEOPLE --time earnings --event employed --control SAU --at 100 --tau 10"));
        RUNS.put(
                "missing",
                List.of(
                        "missing PLAN --resamples 20",
                        "missing PEOPLE --outcome employed,earnings --covariates site --control SAU --resamples 20",
                        "missing --counts IPS=5/10 --counts SAU=3/10 --randomised IPS=12,SAU=11 --control SAU"));
        RUNS.put(
                "meta",
                List.of(
                        "meta sample-data/published/ips-trials.csv --measure risk-ratio --shared-control split",
                        "meta sample-data/published/ips-trials.csv --measure risk-ratio --shared-control split --with-own"
                                + " PLAN --own-outcome employed"));
        RUNS.put("reconcile", List.of("reconcile --percent 18% --n 50"));
        RUNS.put("fidelity", List.of("fidelity REVIEWS"));
        RUNS.put(
                "screening",
                List.of(
                        "screening ANSWERS --mdi-bands 21-26-31 --people PERSONS",
                        "screening ANSWERS --mdi-bands 20-25-30 --min-cell 5"));
        RUNS.put(
                "caseload",
                List.of(
                        "caseload LOADS --until 2014-12-31 --contacts CONTACTS --jobs JOBS",
                        "caseload LOADS --until 2014-12-31 --jobs JOBS --min-cell 5"));
        RUNS.put("simulate", List.of("simulate MADEUP -o OUT/simulated"));
        RUNS.put("plan init", List.of("plan init PEOPLE"));
        RUNS.put("plan check", List.of("plan check PLAN"));
        RUNS.put("plan lock", List.of("plan lock PLAN"));
        RUNS.put("plan verify", List.of("plan verify PLAN"));
        RUNS.put("plan diff", List.of("plan diff PLAN"));
        RUNS.put("report", List.of("report PLAN -o OUT/report"));
        RUNS.put(
                "results diff",
                List.of("rates PLAN --format json -o OUT/then.json", "results diff OUT/then.json OUT/then.json"));
        RUNS.put("methods", List.of("methods", "methods wilson"));
        RUNS.put("selftest", List.of("selftest wilson"));
    }

    private static final List<String> WITHOUT_DATA = List.of(
            "reconcile",
            "fidelity",
            "screening",
            "caseload",
            "simulate",
            "methods",
            "selftest",
            "plan lock",
            "plan verify",
            "plan diff",
            "results diff");

    /** What each run is also given, one at a time; some commands refuse some of it, which is a failure like another. */
    private static final List<String> MORE = List.of(
            "-v",
            "--messages json",
            "-v --messages json --format json",
            "--min-cell 3",
            "--min-cell 3 --format csv",
            "-o OUT/results.txt",
            "-o OUT/no-such-folder/results.txt",
            "-o OUT",
            "-o PEOPLE",
            "--no-such-option",
            "--fail-on warning",
            "--where site=north",
            "--where site=nowhere",
            "--where id",
            "--by id",
            "--by employed",
            "--outcome id",
            "--covariates id",
            "--control nobody",
            "--kind ordinal",
            "--id person",
            "--arm site",
            "--max-rows 3",
            "--skip 3",
            "--delimiter ;",
            "--encoding UTF-16LE",
            "--quote none",
            "--allow E300,E205,E206,E237 --because known",
            "@ARGUMENTS",
            "--level 95");

    @TempDir
    private Path folder;

    private Path data;
    private Path out;
    private IdHunt hunt;
    private int runs;

    @BeforeEach
    void hunt() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        out = Files.createDirectory(folder.resolve("out"));
        hunt = new IdHunt(
                out,
                Stream.concat(PlantedTrial.IDS.stream(), PlantedTrial.PERSONAL.stream())
                        .toList());
    }

    @AfterEach
    void rest() {
        hunt.close();
    }

    @Test
    void everyCommandHasARun() {
        Set<String> commands = new LinkedHashSet<>();
        for (Commands command : Commands.values()) {
            Map<String, CliCommand> below = command.command().subcommands();
            below.keySet().forEach(name -> commands.add(command.id() + " " + name));
            if (below.isEmpty()) {
                commands.add(command.id());
            }
        }
        assertThat(RUNS.keySet()).isEqualTo(commands);
    }

    @Test
    void aSoundTrialShowsNoIdInAnyForm() throws IOException {
        Files.writeString(data.resolve("arguments"), "--outcome\n" + String.join("\n", PlantedTrial.IDS));
        for (Map.Entry<String, List<String>> command : RUNS.entrySet()) {
            for (String run : command.getValue()) {
                // The run before may have put its results in the place of a file, as it was told to.
                PlantedTrial.damages().get("nothing").write(data);
                assertThat(search(run)).as(run).isZero();
                Format.ids().forEach(format -> search(run + " --format " + format));
                MORE.forEach(more -> search(run + " " + more));
            }
        }
        assertThat(search("help")).isZero();
        assertThat(search("no-such-command")).isEqualTo(2);
        assertThat(search("@ARGUMENTS")).isEqualTo(2);
        assertThat(runs).isGreaterThan(500);
        assertCleanFiles();
        assertThat(hunt.isIn(Files.readAllBytes(out.resolve("copy/participants.csv"))))
                .as("the hunt sees what is there")
                .isTrue();
    }

    @Test
    void noFailureShowsAnId() throws IOException {
        Map<String, Set<Integer>> exits = new TreeMap<>();
        for (Map.Entry<String, PlantedTrial.Damage> damage :
                PlantedTrial.damages().entrySet()) {
            damage.getValue().write(data);
            Set<Integer> codes = exits.computeIfAbsent(damage.getKey(), any -> new LinkedHashSet<>());
            // What forces files to the disk is slow, and reads what --check reads: every tenth time is enough.
            boolean ofPeople = damage.getValue().file().equals("participants.csv");
            boolean written = exits.size() % 10 == 1;
            RUNS.entrySet().stream()
                    .filter(command -> !WITHOUT_DATA.contains(command.getKey()))
                    .flatMap(command -> command.getValue().stream())
                    .filter(run -> written || !run.contains("OUT"))
                    .filter(run -> run.contains("PLAN") || run.contains("PEOPLE") && ofPeople)
                    .forEach(run -> codes.add(search(run.replace("/copy", "/copy-of-damaged"), damage.getKey())));
            codes.add(search("import PLAN --check --messages json", damage.getKey()));
            codes.add(search(
                    "rates PEOPLE --outcome employed --allow E300 --because known --min-cell 2", damage.getKey()));
        }
        assertThat(exits).hasSizeGreaterThan(85);
        exits.remove("nothing");
        // All but these are refused by one command at least.
        assertThat(exits.entrySet().stream()
                        .filter(exit -> exit.getValue().stream().allMatch(code -> code == 0))
                        .map(Map.Entry::getKey))
                .isEmpty();
        assertThat(exits.values().stream().flatMap(Set::stream))
                .doesNotContain(70)
                .contains(0, 3, 4, 7);
        assertCleanFiles();
    }

    @Test
    void standardInputAndAFullDiskShowNoId() throws IOException {
        String people = PlantedTrial.files().get("participants.csv");
        for (String text : List.of(people, people.replace("SAU", ""), "\"" + people)) {
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            OutputStream full = new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("No space left on device");
                }
            };
            String[] args = {"rates", "-", "--outcome", "employed", "-v"};
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Main.run(args, new Console(new ByteArrayInputStream(bytes), full, printed));
            Main.run(args, new Console(new ByteArrayInputStream(bytes), printed, printed));
            assertThat(hunt.isIn(printed.toByteArray())).as(printed.toString()).isFalse();
        }
    }

    /** In a process of its own, whose home and temporary folder are watched too. */
    @Test
    void aProcessLeavesNothingInItsHomeAndTemporaryFolder() throws Exception {
        PlantedTrial.damages().get("nothing").write(data);
        for (String place : List.of("home", "tmp", "work")) {
            Files.createDirectory(out.resolve(place));
        }
        for (String run : List.of("import PLAN -o OUT/copy", "compare PEOPLE --outcome employed -v")) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-UsePerfData",
                    "-Duser.home=" + out.resolve("home"),
                    "-Djava.io.tmpdir=" + out.resolve("tmp"),
                    "-cp",
                    classPath(),
                    "org.ipstrial.cli.Main"));
            command.addAll(List.of(filled(run)));
            ProcessBuilder process = new ProcessBuilder(command);
            process.directory(out.resolve("work").toFile());
            process.redirectOutput(out.resolve("printed.txt").toFile());
            process.redirectError(out.resolve("messages.txt").toFile());
            Process started = process.start();
            assertThat(started.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(started.exitValue())
                    .as(Files.readString(out.resolve("messages.txt")))
                    .isEqualTo(run.startsWith("import") ? 0 : 2);
        }
        assertCleanFiles();
        assertThat(hunt.seen()).noneMatch(name -> name.matches("(home|tmp|work)/.*"));
        assertThat(hunt.seen()).contains("copy/participants.csv", "messages.txt");
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }

    private void assertCleanFiles() throws IOException {
        assertThat(hunt.found()).isEmpty();
        try (Stream<Path> left = Files.walk(out)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .as("temporary files that were left")
                    .noneMatch(name -> name.startsWith(".") || name.endsWith(".tmp"));
        }
    }

    private int search(String line) {
        return search(line, "");
    }

    private int search(String line, String damage) {
        runs++;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int exit = Main.run(filled(line), new Console(new ByteArrayInputStream(new byte[0]), printed, told));
        for (ByteArrayOutputStream stream : List.of(printed, told)) {
            assertThat(hunt.isIn(stream.toByteArray()))
                    .as(line + " (" + damage + "): " + stream.toString(StandardCharsets.UTF_8))
                    .isFalse();
        }
        return exit;
    }

    private String[] filled(String line) {
        return line.replace("PLAN", data.resolve("trial.yaml").toString())
                .replace("MADEUP", data.resolve("simulation.yaml").toString())
                .replace("PEOPLE", data.resolve("participants.csv").toString())
                .replace("ANSWERS", data.resolve("screening.csv").toString())
                .replace("PERSONS", data.resolve("persons.csv").toString())
                .replace("LOADS", data.resolve("caseload.csv").toString())
                .replace("CONTACTS", data.resolve("contacts.csv").toString())
                .replace("JOBS", data.resolve("jobs.csv").toString())
                .replace("REVIEWS", "sample-data/programme/fidelity.csv")
                .replace("ARGUMENTS", data.resolve("arguments").toString())
                .replace("OUT", out.toString())
                .split(" ");
    }
}
