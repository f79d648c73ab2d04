package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ipstrial.dataset.programme.ScreeningScale;
import org.junit.jupiter.api.Test;

/**
 * The sample of how a programme is run, made up from a seed: here stands how. {@code -Dsample.update=true} writes the files
 * anew.
 */
class ProgrammeSampleTest {

    private static final Path FOLDER = Path.of("sample-data/programme");
    private static final long SEED = 20_120_101;

    @Test
    void theShippedFilesAreThoseThatTheSeedGives() throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path path = FOLDER.resolve(file.getKey());
            if (Boolean.getBoolean("sample.update")) {
                Files.createDirectories(FOLDER);
                Files.writeString(path, file.getValue());
            }
            assertThat(Files.readString(path)).as(file.getKey()).isEqualTo(file.getValue());
        }
    }

    private static Map<String, String> files() {
        SplittableRandom random = new SplittableRandom(SEED);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("fidelity.csv", fidelity(random.split()));
        files.put("rates.csv", rates(random.split()));
        people(files, random.split());
        return files;
    }

    /** Teams that begin apart and mostly get better; two items of one review were not rated. */
    private static String fidelity(SplittableRandom random) {
        StringBuilder text = new StringBuilder("team,date,scale,item,score\n");
        List<String> teams = List.of("Harbour", "Hillside", "Lakeside", "North", "Old Town", "West");
        for (String team : teams) {
            double level = 3.1 + 0.9 * random.nextDouble();
            LocalDate date = LocalDate.of(2013, 3, 1).plusDays(random.nextInt(60));
            for (int review = 0; review < 4; review++) {
                for (int item = 1; item <= 25; item++) {
                    long score = Math.round(level + 1.6 * (random.nextDouble() - 0.5));
                    boolean rated = !(team.equals("Lakeside") && review == 2 && (item == 6 || item == 20));
                    text.append(team)
                            .append(',')
                            .append(date)
                            .append(",IPS-25,")
                            .append(item)
                            .append(',');
                    text.append(rated ? Long.toString(Math.max(1, Math.min(5, score))) : "")
                            .append('\n');
                }
                level = Math.min(4.8, level + 0.45 * random.nextDouble() - 0.08);
                date = date.plusDays(170 + random.nextInt(30));
            }
        }
        return text.toString();
    }

    private static String rates(SplittableRandom random) {
        StringBuilder text = new StringBuilder("team,events,n\n");
        for (String team : List.of("Harbour", "Hillside", "Lakeside", "North", "Old Town", "West")) {
            int people = 30 + random.nextInt(40);
            int events = 0;
            double chance = 0.35 + 0.25 * random.nextDouble();
            for (int person = 0; person < people; person++) {
                events += random.nextDouble() < chance ? 1 : 0;
            }
            text.append(team)
                    .append(',')
                    .append(events)
                    .append(',')
                    .append(people)
                    .append('\n');
        }
        return text.toString();
    }

    /** A hundred and twenty people, most of them young; some answers are missing. */
    private static void people(Map<String, String> files, SplittableRandom random) {
        StringBuilder screening = new StringBuilder("id,date,scale,item,score\n");
        StringBuilder people = new StringBuilder("id,age,in_work_or_education\n");
        for (int person = 1; person <= 120; person++) {
            String id = "S" + (1000 + person);
            LocalDate date = LocalDate.of(2014, 1, 6).plusDays(random.nextInt(300));
            double trouble = 0.15 + 0.75 * random.nextDouble();
            for (ScreeningScale scale : ScreeningScale.values()) {
                for (String question : scale.questions()) {
                    double answer = scale.most() * (trouble + 0.7 * (random.nextDouble() - 0.5));
                    boolean low = question.equals("6") && scale == ScreeningScale.MDI;
                    long score = Math.round(Math.max(0, Math.min(scale.most(), answer - (low ? 2 : 0))));
                    boolean given = random.nextInt(150) > 0;
                    screening
                            .append(id)
                            .append(',')
                            .append(date)
                            .append(',')
                            .append(scale.id())
                            .append(',');
                    screening
                            .append(question)
                            .append(',')
                            .append(given ? Long.toString(score) : "")
                            .append('\n');
                }
            }
            int age = random.nextInt(10) == 0 ? 25 + random.nextInt(6) : 15 + random.nextInt(10);
            people.append(id).append(',').append(age).append(',');
            people.append(random.nextInt(8) == 0 ? "yes" : "no").append('\n');
        }
        files.put("screening.csv", screening.toString());
        files.put("people.csv", people.toString());
    }
}
