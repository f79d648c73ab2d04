package org.ipstrial.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.ipstrial.fault.Hostile;
import org.ipstrial.fault.Mutation;
import org.ipstrial.finding.VisibleText;
import org.ipstrial.render.CsvRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Every reader of files on damaged files, and labels of chance through all forms: no fault, no run over five seconds or twice
 * the memory, and what is written is well formed. What once went wrong is kept in {@code fuzz} and read again at each build;
 * a file there is called target, point, ending.
 */
class FuzzTest {

    private static final Path CORPUS = Path.of("src/test/resources/fuzz");
    private static final int RUNS = Integer.getInteger("fault.fuzz", 4000);
    private static final long SEED = Long.getLong("fault.seed", 20120101);
    private static final int LABELS = Integer.getInteger("fault.labels", 200);

    /** Of the processor; and how long it may take in all on a machine that does other things too. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Duration HANGS = Duration.ofMinutes(1);

    /** All that a run takes in its course: twice what a file of a million rows is said to need at once. */
    private static final long MOST_BYTES = 2 * 300L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What is damaged and who reads it.
     *
     * @param file     the sound file, in the trial's folder
     * @param commands what reads it, with FILE in its place
     */
    private record Target(String file, List<String> commands) {}

    private static final Map<String, Target> TARGETS = new LinkedHashMap<>();

    static {
        TARGETS.put(
                "people",
                new Target(
                        "participants.csv",
                        List.of(
                                "import FILE",
                                "compare FILE --control SAU --outcome employed,earnings --by site --resamples 99",
                                "compare FILE --control SAU --outcome employed --adjust age,site --format html",
                                "subgroups FILE --control SAU --outcome employed --by site --format latex",
                                "missing FILE --control SAU --outcome earnings --covariates age --format markdown",
                                "baseline FILE --control SAU --covariates age,site --format json",
                                "survival FILE --control SAU --time age --event employed --format html")));
        TARGETS.put(
                "plan",
                new Target(
                        "trial.yaml",
                        List.of(
                                "plan check FILE",
                                "compare FILE --format json",
                                "import FILE",
                                "report FILE -o OUT/report")));
        TARGETS.put(
                "spells", new Target("spells.csv", List.of("import PLAN", "rates PLAN --format csv", "hours PLAN")));
        TARGETS.put("follow-up", new Target("follow-up.csv", List.of("import PLAN", "flow PLAN --format html")));
        TARGETS.put("weeks", new Target("weeks.csv", List.of("import PLAN", "survival PLAN")));
        TARGETS.put("simulation", new Target("simulation.yaml", List.of("simulate FILE -o OUT/made-up")));
        TARGETS.put(
                "studies",
                new Target(
                        "studies.csv",
                        List.of(
                                "meta FILE --measure risk-ratio --shared-control combine --format html",
                                "meta FILE --measure odds-ratio --shared-control split --method peto --format json")));
        TARGETS.put("claims", new Target("claims.csv", List.of("reconcile FILE", "reconcile FILE --format html")));
        TARGETS.put(
                "reviews",
                new Target("fidelity.csv", List.of("fidelity FILE --format html", "fidelity FILE --format csv")));
        TARGETS.put(
                "answers", new Target("screening.csv", List.of("screening FILE --mdi-bands 20-25-30 --format html")));
        TARGETS.put("loads", new Target("caseload.csv", List.of("caseload FILE --until 2014-12-31 --format html")));
        TARGETS.put(
                "contacts",
                new Target("contacts.csv", List.of("caseload LOADS --until 2014-12-31 --contacts FILE --format csv")));
        TARGETS.put(
                "jobs", new Target("jobs.csv", List.of("caseload LOADS --until 2014-12-31 --jobs FILE --format html")));
        TARGETS.put(
                "results",
                new Target("results.json", List.of("results diff FILE RESULTS", "results diff RESULTS FILE")));
    }

    @TempDir
    private Path folder;

    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @BeforeEach
    void plant() throws IOException {
        for (Map.Entry<String, String> file : PlantedTrial.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Files.copy(Path.of("sample-data/published/ips-trials.csv"), folder.resolve("studies.csv"));
        Files.copy(Path.of("sample-data/published/claims.csv"), folder.resolve("claims.csv"));
        Files.copy(Path.of("sample-data/programme/fidelity.csv"), folder.resolve("fidelity.csv"));
        Files.writeString(
                folder.resolve("results.json"),
                Run.of(
                                "rates",
                                "sample-data/supported-work/participants.csv",
                                "--outcome",
                                "employed_1978",
                                "--format",
                                "json")
                        .out());
        Files.copy(folder.resolve("results.json"), folder.resolve("sound.json"));
    }

    @AfterEach
    void rest() {
        other.shutdownNow();
    }

    /** The sound files are read without complaint, or chance would damage what nobody reads. */
    @Test
    void soundFilesAreRead() throws Exception {
        for (Map.Entry<String, Target> target : TARGETS.entrySet()) {
            for (String command : target.getValue().commands()) {
                Run run = run(command, folder.resolve(target.getValue().file()));
                assertThat(run.exit()).as(command + ": " + run.err()).isIn(0, 1, 2, 6);
            }
        }
    }

    @Test
    void whatOnceWentWrongGoesWell() throws Exception {
        try (Stream<Path> files = Files.list(CORPUS)) {
            List<Path> kept = files.filter(Files::isRegularFile).sorted().toList();
            assertThat(kept).isNotEmpty();
            for (Path file : kept) {
                String name = file.getFileName().toString();
                tryAll(name.substring(0, name.indexOf('.')), Files.readAllBytes(file));
            }
        }
    }

    @Test
    @Tag("fault")
    void damagedFilesEndInAFindingOrInResults() throws Exception {
        Random random = new Random(SEED);
        List<String> targets = List.copyOf(TARGETS.keySet());
        Map<Integer, Integer> exits = new LinkedHashMap<>();
        for (int i = 0; i < RUNS; i++) {
            String target = targets.get(i % targets.size());
            byte[] sound = Files.readAllBytes(folder.resolve(TARGETS.get(target).file()));
            byte[] damaged = Mutation.of(sound, random);
            tryAll(target, damaged).forEach(exit -> exits.merge(exit, 1, Integer::sum));
        }
        assertThat(exits).as("how the runs ended").containsKeys(0, 3, 4);
    }

    private List<Integer> tryAll(String name, byte[] damaged) throws Exception {
        Target target = TARGETS.get(name);
        Path file = folder.resolve(target.file());
        byte[] sound = Files.readAllBytes(file);
        List<Integer> exits = new ArrayList<>();
        try {
            Files.write(file, damaged);
            for (String command : target.commands()) {
                String told = name + ", " + command + ", " + Base64.getEncoder().encodeToString(damaged);
                Run run;
                try {
                    run = run(command, file);
                } catch (TimeoutException | AssertionError e) {
                    throw new AssertionError(told, e);
                }
                assertThat(run.exit()).as(run.err() + told).isBetween(0, 7);
                if (run.exit() == 0 || run.exit() == 6) {
                    assertWellFormed(command, run.out(), told);
                }
                exits.add(run.exit());
            }
        } finally {
            Files.write(file, sound);
        }
        return exits;
    }

    private static void assertWellFormed(String command, String out, String told)
            throws IOException, ParserConfigurationException {
        if (command.contains("--format json")) {
            assertThat(JSON.readTree(out).isObject()).as(told).isTrue();
        }
        if (command.contains("--format ard")) {
            assertThat(JSON.readTree(out).isContainerNode()).as(told).isTrue();
        }
        if (command.contains("--format csv")) {
            try (CSVParser parser = CSVParser.parse(out, CSVFormat.RFC4180)) {
                assertThat(parser.getRecords())
                        .as(told)
                        .isNotEmpty()
                        .allMatch(row -> row.size() == CsvRenderer.COLUMNS.size());
            }
        }
        if (command.contains("--format html")) {
            try {
                DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
                builder.setErrorHandler(null);
                builder.parse(new InputSource(new StringReader(out)));
            } catch (SAXException e) {
                throw new AssertionError("a page is no XML: " + told, e);
            }
        }
    }

    private Run run(String command, Path file) throws Exception {
        List<String> args = new ArrayList<>();
        for (String word : command.split(" ")) {
            args.add(word.replace("FILE", file.toString())
                    .replace("PLAN", folder.resolve("trial.yaml").toString())
                    .replace("LOADS", folder.resolve("caseload.csv").toString())
                    .replace("RESULTS", folder.resolve("sound.json").toString())
                    .replace("OUT", folder.resolve("out").toString()));
        }
        try {
            return other.submit(() -> measured(args)).get(HANGS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(command + " ended with an exception or took too much", e.getCause());
        }
    }

    private static Run measured(List<String> args) {
        long time = THREADS.getCurrentThreadCpuTime();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        Run run = Run.of(args);
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - time)).isLessThan(LONGEST);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - bytes).as("bytes").isLessThan(MOST_BYTES);
        return run;
    }

    /**
     * A label of chance for an arm and a site is refused, or it is in every form and does nothing there; and the copy of an
     * import, read again, gives the same results.
     */
    @Test
    @Tag("fault")
    void labelsOfChanceComeBackWhole() throws Exception {
        Random random = new Random(SEED);
        Path people = folder.resolve("participants.csv");
        String sound = Files.readString(people);
        Map<Integer, Integer> exits = new LinkedHashMap<>();
        for (int i = 0; i < LABELS; i++) {
            String label = Hostile.text(random);
            String cell = '"' + label.replace("\"", "\"\"") + '"';
            Files.write(
                    people,
                    sound.replace(",IPS,", "," + cell + ",")
                            .replace("north", cell)
                            .getBytes(UTF_8));
            String told = VisibleText.of(label);
            for (String form : List.of("html", "latex", "markdown", "text", "csv", "ard", "json")) {
                String command =
                        "compare FILE --control SAU --outcome employed --by site --resamples 99 --format " + form;
                Run run = run(command, people);
                exits.merge(run.exit(), 1, Integer::sum);
                assertThat(run.exit()).as(run.err() + told).isIn(0, 3, 6, 7);
                for (String line : (run.out() + run.err()).split("\n")) {
                    assertThat(VisibleText.isVisible(line)).as(told).isTrue();
                }
                if (run.exit() == 0 || run.exit() == 6) {
                    assertWellFormed(command, run.out(), told);
                }
            }
            String rates = "rates FILE --outcome employed --by site --format json";
            Run before = run(rates, people);
            if (before.exit() == 0 && run("import PLAN -o OUT/copy", people).exit() == 0) {
                Run after = run(rates, folder.resolve("out/copy/participants.csv"));
                assertThat(after.exit()).as(told + after.err()).isZero();
                assertThat(JSON.readTree(after.out()).get("results"))
                        .as(told)
                        .isEqualTo(JSON.readTree(before.out()).get("results"));
                exits.merge(100, 1, Integer::sum);
            }
        }
        assertThat(exits).as("how the runs ended, and 100 for copies").containsKeys(0, 3, 100);
    }
}
