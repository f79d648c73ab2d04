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
        caseload(files, random.split());
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

    /** Five consultants and a leader over two years; people come, are sometimes handed on, get jobs, and leave. */
    private static void caseload(Map<String, String> files, SplittableRandom random) {
        StringBuilder caseload = new StringBuilder("id,consultant,role,start,end\n");
        StringBuilder contacts = new StringBuilder("id,enrolled_on,first_employer_contact_on,left_on\n");
        StringBuilder jobs = new StringBuilder("id,start,end,job_match,supported_until\n");
        LocalDate until = LocalDate.of(2014, 12, 31);
        List<String> consultants = List.of("A", "B", "C", "D", "E", "Leader");
        double[] daysBetween = {15.5, 19, 10.5, 16, 13, 17};
        int person = 2000;
        for (int who = 0; who < consultants.size(); who++) {
            LocalDate start = LocalDate.of(2013, 1, 7).plusDays(random.nextInt(25));
            while (start.isBefore(until)) {
                String id = "P" + ++person;
                LocalDate end = start.plusDays(14 + (long) (330 * -Math.log(1 - random.nextDouble())));
                boolean handedOn =
                        random.nextInt(14) == 0 && consultants.get(who).equals("B");
                LocalDate change = start.plusDays(60);
                if (handedOn && change.isBefore(end) && change.isBefore(until)) {
                    assignment(caseload, id, "B", start, change, until);
                    assignment(caseload, id, "A", change.minusDays(13), end, until);
                } else {
                    assignment(caseload, id, consultants.get(who), start, end, until);
                }
                LocalDate contact = start.plusDays(2 + (long) (26 * -Math.log(1 - random.nextDouble())));
                boolean had = random.nextInt(12) > 0 && !contact.isAfter(end);
                contacts.append(String.join(
                                ",", id, start.toString(), had ? upTo(contact, until) : "", upTo(end, until)))
                        .append('\n');
                LocalDate job = contact.plusDays(35 + random.nextInt(200));
                if (had && random.nextInt(100) < 58 && job.isBefore(end) && job.isBefore(until)) {
                    jobs(jobs, id, job, end, until, random);
                }
                start = start.plusDays(1 + (long) (2 * daysBetween[who] * random.nextDouble()));
            }
        }
        files.put("caseload.csv", caseload.toString());
        files.put("contacts.csv", contacts.toString());
        files.put("jobs.csv", jobs.toString());
    }

    private static void assignment(
            StringBuilder text, String id, String consultant, LocalDate start, LocalDate end, LocalDate until) {
        String role = consultant.equals("Leader") ? "leader" : "consultant";
        text.append(String.join(",", id, consultant, role, start.toString(), upTo(end, until)))
                .append('\n');
    }

    /** One job, and after a short one perhaps another. */
    private static void jobs(
            StringBuilder text, String id, LocalDate first, LocalDate left, LocalDate until, SplittableRandom random) {
        LocalDate start = first;
        for (int job = 0; job < 2; job++) {
            boolean match = random.nextInt(100) < 66;
            LocalDate end = start.plusDays(10 + (long) ((match ? 420 : 210) * -Math.log(1 - random.nextDouble())));
            LocalDate supported = left.isBefore(start) ? start : left;
            String known = random.nextInt(15) == 0 ? "" : match ? "yes" : "no";
            text.append(String.join(",", id, start.toString(), upTo(end, until), known, upTo(supported, until)))
                    .append('\n');
            start = end.plusDays(20 + random.nextInt(60));
            if (random.nextInt(2) == 0 || !start.isBefore(until) || !start.isBefore(left)) {
                return;
            }
        }
    }

    private static String upTo(LocalDate day, LocalDate until) {
        return day.isAfter(until) ? "" : day.toString();
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
