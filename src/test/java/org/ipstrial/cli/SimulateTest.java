package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A simulated trial through the real program: its bytes, its folder, and that the import takes it. */
class SimulateTest {

    private static final Path SAMPLE = Path.of("sample-data/ips-three-arm");
    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();

    private static final String PLAN = """
            trial: A made-up trial
            participants:
              file: participants.csv
              randomised_on: randomised_on
              arm: {control: SAU, labels: {"1": IPS, "2": IPSE, "3": SAU}}
              columns:
                site: {codes: {A: Aarhus, B: Birkerød}}
            horizon: 12 months
            data_cut: 2015-12-31
            spells:
              file: spells.csv
              activities: {competitive_employment: competitive_employment, education: education}
            follow_up:
              file: follow-up.csv
              after: {died: no-activity, emigrated: not-observed, pension: no-activity}
            outcomes:
              worked: {derive: ever, of: [competitive_employment]}
              hours: {derive: hours, of: [competitive_employment, education]}
              earnings: {derive: earnings, of: [competitive_employment]}
            simulation:
              recruitment: {from: 2013-01-01, to: 2015-12-31}
              stratify: [site]
              columns:
                site: {A: 2, B: 1}
              age: {18-64: 1}
              first_job_per_month: 0.1
              tenure_months: 4
              hours_per_week: {5-20: 1, 37: 1}
              hourly_wage: {110-180: 1}
              activities:
                education: {share: 0.3, tenure_months: 6, hours_per_week: {20-37: 1}}
              drop_out: {withdrew: 0.1, lost: 0.1, died: 0.05, emigrated: 0.05, pension: 0.05}
              arms:
                IPS: {people: 12}
                IPSE: {people: 11}
                SAU: {people: 12, first_job_per_month: 0.05}
            """;

    @TempDir
    private Path folder;

    @AfterEach
    void backToTheLocaleAndZoneBefore() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    private Path plan(String text) throws IOException {
        return Files.writeString(folder.resolve("trial.yaml"), text);
    }

    private Map<String, String> simulate(Path plan, String to, String... more) throws IOException {
        String[] args = Stream.concat(
                        Stream.of(
                                "simulate",
                                plan.toString(),
                                "-o",
                                folder.resolve(to).toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        assertThat(Run.of(args)).isEqualTo(new Run(0, "", ""));
        return files(folder.resolve(to));
    }

    /** The files of a folder, each byte a character. */
    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                files.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG", "th-TH-u-ca-buddhist-nu-thai", "da-DK"})
    void theSameSeedGivesTheSameBytesInAnyLocaleAndZone(String locale) throws IOException {
        Path plan = plan(PLAN);
        Map<String, String> first = simulate(plan, "first");
        Locale.setDefault(Locale.forLanguageTag(locale));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
        Map<String, String> second = simulate(plan, "second", "--seed", "20120101");

        assertThat(first.keySet()).containsExactly("follow-up.csv", "participants.csv", "simulated.txt", "spells.csv");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void anotherSeedGivesAnotherTrialAndThePlansSeedIsTaken() throws IOException {
        Map<String, String> usual = simulate(plan(PLAN), "usual");
        Map<String, String> other = simulate(plan(PLAN), "other", "--seed", "2");
        Map<String, String> planned = simulate(plan(PLAN + "seed: 2\n"), "planned");

        for (String file : List.of("follow-up.csv", "participants.csv", "spells.csv")) {
            assertThat(other.get(file)).isNotEqualTo(usual.get(file)).isEqualTo(planned.get(file));
        }
        assertThat(planned.get("simulated.txt"))
                .startsWith("SIMULATED DATA\nNobody in these files exists.")
                .contains("plan: trial.yaml\n", "seed: 2\n", "written by: ipstrial 0.1.0\n")
                .containsPattern("participants\\.csv {2}rows 35 {2}sha256 [0-9a-f]{64}\n");
    }

    /** Small trials of 50 seeds: the import finds nothing but, where somebody left, that it says so. */
    @Test
    void theImportTakesEveryTrial() throws IOException {
        Path plan = plan(PLAN);
        int warned = 0;
        for (int seed = 0; seed < 50; seed++) {
            simulate(plan, ".", "--seed", String.valueOf(seed));
            Run check = Run.of("import", "--check", plan.toString());

            assertThat(check.exit()).as("seed %d: %s", seed, check.err()).isZero();
            assertThat(check.err().lines()).as("seed " + seed).allMatch(line -> line.endsWith("[W271]"));
            warned += check.err().isEmpty() ? 0 : 1;
        }
        assertThat(warned).isBetween(1, 50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "people: 1|first_job_per_month: 0.1",
                "people: 1|first_job_per_month: 0",
                "people: 5|first_job_per_month: 1000"
            })
    void theImportTakesExtremes(String changes) throws IOException {
        String people = changes.substring(0, changes.indexOf('|'));
        String hazard = changes.substring(changes.indexOf('|') + 1);
        Path plan = plan(PLAN.replaceAll("people: [0-9]+", people)
                .replaceAll("first_job_per_month: [0-9.]+", hazard)
                .replaceAll("  drop_out: .*\n", "")
                .replace("share: 0.3", "share: 1"));
        for (int seed = 0; seed < 10; seed++) {
            simulate(plan, ".", "--seed", String.valueOf(seed));
            Run check = Run.of("import", "--check", plan.toString());

            assertThat(check.exit()).as("seed %d: %s", seed, check.err()).isZero();
        }
    }

    @Test
    void dataOfRealPeopleAreNeverReplaced() throws IOException {
        Path plan = plan(PLAN);
        Path real = Files.writeString(folder.resolve("participants.csv"), "id,arm\nZ9QK,1\n");
        String[] args = {"simulate", plan.toString(), "-o", folder.toString()};

        Run refused = Run.of(args);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains("participants.csv is there already", "[E029]")
                .doesNotContain("Z9QK");
        assertThat(files(folder)).containsOnlyKeys("participants.csv", "trial.yaml");

        Files.delete(real);
        assertThat(Run.of(args).exit()).isZero();
        Map<String, String> before = files(folder);
        assertThat(Run.of("simulate", plan.toString(), "-o", folder.toString(), "--seed", "3")
                        .exit())
                .isZero();
        assertThat(files(folder).get("spells.csv")).isNotEqualTo(before.get("spells.csv"));

        // Edited since, or put in the place of a simulated file: no longer what the note vouches for.
        Files.writeString(folder.resolve("spells.csv"), "id,activity,start,end\n");
        Map<String, String> edited = files(folder);
        assertThat(Run.of(args).err()).contains("spells.csv is there already", "[E029]");
        assertThat(files(folder)).isEqualTo(edited);
        Files.writeString(folder.resolve("simulated.txt"), "Notes of mine\n");
        assertThat(Run.of(args).err()).contains("simulated.txt is there already", "[E029]");
    }

    @Test
    void aCommandLineOrAPlanThatIsWrongWritesNothing() throws IOException {
        Path plan = plan(PLAN);
        String out = folder.resolve("out").toString();

        assertRefused(2, "--output FOLDER is not given", "simulate", plan.toString());
        assertRefused(2, "PLAN, the plan file, is not given", "simulate", "-o", out);
        assertRefused(2, "--seed", "simulate", plan.toString(), "-o", out, "--seed", "1.5");
        assertRefused(5, "it is no folder", "simulate", plan.toString(), "-o", plan.toString());
        assertRefused(
                5, "there is no file", "simulate", folder.resolve("x.yaml").toString(), "-o", out);
        plan(PLAN.substring(0, PLAN.indexOf("simulation:")));
        assertRefused(4, "'simulation' is missing", "simulate", plan.toString(), "-o", out);
        plan(PLAN.replaceAll("first_job_per_month: [0-9.]+", "first_job_per_month: 0")
                .replace("share: 0.3", "share: 0"));
        assertRefused(4, "nobody does anything in this trial", "simulate", plan.toString(), "-o", out);
        plan(PLAN.replace("file: spells.csv", "file: simulated.txt"));
        assertRefused(4, "a file is named simulated.txt", "simulate", plan.toString(), "-o", out);
        plan(PLAN.replace("file: participants.csv", "file: participants.csv\n  reading: {encoding: US-ASCII}")
                .replace("{A: Aarhus", "{å: Aarhus")
                .replace("{A: 2", "{å: 2"));
        assertRefused(4, "a text holds characters that US-ASCII lacks", "simulate", plan.toString(), "-o", out);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private static void assertRefused(int exit, String says, String... args) {
        Run run = Run.of(args);
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        assertThat(run.err()).contains(says);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void filesStandWhereThePlanNamesThemAndTheUserMayAskWhatWasWritten() throws IOException {
        Path plan = plan(PLAN.replace("file: spells.csv", "file: data/spells.csv"));
        Path out = folder.resolve("new/one");

        Run run = Run.of("simulate", plan.toString(), "-o", out.toString(), "-v");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("participants.csv: 35 rows\n", "follow-up.csv: 35 rows\n");
        assertThat(files(out).keySet())
                .containsExactly("data/spells.csv", "follow-up.csv", "participants.csv", "simulated.txt");
        assertThat(Run.of("simulate", plan.toString(), "-o", out.toString()).exit())
                .isZero();
    }

    @Test
    void theLeastThatTheHelpPageShowsIsEnough() throws IOException {
        String page = Run.of("simulate", "--help").out();
        String sections = page.substring(page.indexOf("    horizon:"))
                .lines()
                .map(line -> line.substring(4))
                .collect(Collectors.joining("\n", "", "\n"));
        Path plan = plan("""
                trial: The least
                participants: {file: participants.csv, randomised_on: day, arm: {control: SAU}}
                outcomes:
                  worked: {derive: ever, of: [competitive_employment]}
                """ + sections);

        assertThat(simulate(plan, "."))
                .containsOnlyKeys("participants.csv", "simulated.txt", "spells.csv", "trial.yaml");
        assertThat(Run.of("plan", "check", plan.toString()).err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "excel-dk"})
    void theSampleTrialIsWhatItsPlanDraws(String form) throws IOException {
        Path sample = SAMPLE.resolve(form);
        Map<String, String> drawn = simulate(sample.resolve("trial.yaml"), "drawn");

        assertThat(drawn).hasSize(4);
        for (Map.Entry<String, String> file : drawn.entrySet()) {
            assertThat(Files.readString(sample.resolve(file.getKey()), StandardCharsets.ISO_8859_1))
                    .as(file.getKey())
                    .isEqualTo(file.getValue());
        }
    }

    /** Delimiters, decimal marks, encodings, names of columns and codes change no number. */
    @ParameterizedTest
    @ValueSource(strings = {"flow", "rates", "hours", "compare"})
    void theDanishFilesGiveTheSameResults(String command) throws IOException {
        String[] form = {"--format", "csv", "-q"};
        Run canonical = Run.of(command, SAMPLE.resolve("trial.yaml").toString(), form[0], form[1], form[2]);
        Run danish = Run.of(command, SAMPLE.resolve("excel-dk/trial.yaml").toString(), form[0], form[1], form[2]);

        assertThat(canonical.exit()).isZero();
        assertThat(canonical.out().lines().count()).isGreaterThan(50);
        assertThat(danish).isEqualTo(canonical);
        assertThat(Files.readString(SAMPLE.resolve("excel-dk/aktiviteter.csv"), Charset.forName("windows-1252")))
                .contains(";Ordinært arbejde;", ",5;");
    }
}
