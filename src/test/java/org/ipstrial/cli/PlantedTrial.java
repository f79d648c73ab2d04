package org.ipstrial.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A small sound trial whose ids stand nowhere else, and what can go wrong with each of its files. */
final class PlantedTrial {

    /** Some ids look like ids and some like words; none is a word of the program or of the data. */
    static final List<String> IDS =
            List.of("Z9QKx01", "Z9QKx02", "Havrelund", "Skovtrold", "Z9QK\u00e605", "Z9QKx06", "Brumle-Bi", "Z9QKx08");

    /** Digits of the personal numbers that some of the damage puts in. */
    static final List<String> PERSONAL = List.of("07058931", "070589-31", "120378-42");

    private static final List<String> REST = List.of(
            "IPS,2014-01-06,north,31,yes,1200.5",
            "SAU,2014-01-06,north,25,no,0",
            "IPS,2014-02-03,south,44,yes,340",
            "SAU,2014-02-03,south,52,no,0",
            "IPS,2014-03-03,north,38,no,0",
            "SAU,2014-03-03,south,29,yes,90",
            "IPS,2014-03-03,south,33,yes,800",
            "SAU,2014-03-03,north,47,no,0");

    static final String PLAN = """
            trial: A planted trial
            participants:
              file: participants.csv
              randomised_on: randomised_on
              arm: {control: SAU}
              columns: {site: {}}
              amounts: {age: {unit: years}}
            horizon: 6 months
            data_cut: 2014-12-31
            spells: {file: spells.csv}
            follow_up: {file: follow-up.csv}
            weeks: {file: weeks.csv, codes: {W: competitive_employment, '0': none}, without_row: none}
            outcomes:
              employed: {column: employed, kind: binary}
              earnings: {column: earnings, kind: amount, unit: currency}
              worked: {derive: ever, of: competitive_employment, from: spells}
              hours: {derive: hours, of: competitive_employment, from: spells}
              weeks: {derive: weeks, of: competitive_employment, from: weeks}
            baseline: [site, age]
            analyses:
              - id: primary
                compare: worked
            """;

    static final String SIMULATION = """
            trial: A made-up trial
            participants: {file: made-up/participants.csv, randomised_on: randomised_on, arm: {control: SAU}}
            horizon: 18 months
            data_cut: 2017-08-31
            spells: {file: made-up/spells.csv, activities: {competitive_employment: competitive_employment}}
            outcomes: {worked: {derive: ever, of: competitive_employment}}
            simulation:
              recruitment: {from: 2012-11-01, to: 2016-02-29}
              tenure_months: 6
              hours_per_week: {10-20: 1, 37: 2}
              arms:
                IPS: {people: 20, first_job_per_month: 0.05}
                SAU: {people: 20, first_job_per_month: 0.03}
            """;

    private PlantedTrial() {}

    /** The files of the trial by name. */
    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        StringBuilder people = new StringBuilder("id,arm,randomised_on,site,age,employed,earnings\n");
        for (int i = 0; i < IDS.size(); i++) {
            people.append(IDS.get(i)).append(',').append(REST.get(i)).append('\n');
        }
        files.put("participants.csv", people.toString());
        files.put("spells.csv", """
                id,activity,start,end,hours_per_week
                Z9QKx01,competitive_employment,2014-02-01,2014-03-31,35
                Havrelund,competitive_employment,2014-03-01,,20
                Z9QKx06,education,2014-07-01,2014-07-31,37.5
                """);
        files.put("follow-up.csv", "id,last_seen,reason\n" + each(",2014-12-31,completed\n"));
        files.put("weeks.csv", "id,week,code\n" + each(",2014-W20,W\n"));
        files.put(
                "screening.csv",
                "id,date,scale,item,score\n" + each(",2014-05-01,GAD-7,1,2\n") + each(",2014-05-01,MDI,8b,4\n"));
        files.put("persons.csv", "id,age,in_work_or_education\n" + each(",20,no\n"));
        files.put("caseload.csv", "id,consultant,role,start,end\n" + each(",A,consultant,2014-01-06,2014-11-30\n"));
        files.put(
                "contacts.csv",
                "id,enrolled_on,first_employer_contact_on,left_on\n" + each(",2014-01-06,2014-01-20,2014-11-30\n"));
        files.put("jobs.csv", "id,start,end,job_match,supported_until\n" + each(",2014-02-01,,yes,2014-09-30\n"));
        files.put("trial.yaml", PLAN);
        files.put("simulation.yaml", SIMULATION);
        return files;
    }

    /** What can go wrong, by name: the file and what becomes of its text. */
    static Map<String, Damage> damages() {
        Map<String, Damage> all = new LinkedHashMap<>();
        all.put("nothing", new Damage("participants.csv", text -> text));
        people(all);
        records(all);
        plans(all);
        return all;
    }

    private static void people(Map<String, Damage> all) {
        put(all, "id twice", "participants.csv", "Z9QKx02,SAU", "Z9QKx01,SAU");
        put(all, "person twice", "participants.csv", "Z9QKx08,", "Z9QKx08,SAU,2014-03-03,north,47,no,0\nZ9QKx08,");
        put(all, "ids alike", "participants.csv", "Z9QKx02,", "z9qkX01,");
        put(
                all,
                "ids composed apart",
                "participants.csv",
                "Z9QKx02,",
                "Z9QK\u00e105,IPS,2014-01-06,north,1,no,0\nZ9QKa\u030105,");
        put(all, "odd blank in an id", "participants.csv", "Z9QKx02,", "Z9QKx\u00a002,");
        put(all, "control in an id", "participants.csv", "Z9QKx02,", "Z9QKx\u000702,");
        put(all, "formula as an id", "participants.csv", "Z9QKx02,", "=Z9QKx02,");
        put(all, "id rounded", "participants.csv", "Z9QKx02,", "1.01965E+09,");
        put(all, "id with .0", "participants.csv", "Z9QKx02,", "1019.0,");
        put(all, "no id", "participants.csv", "Z9QKx02,", ",");
        put(all, "arm missing", "participants.csv", "Z9QKx02,SAU", "Z9QKx02,");
        put(all, "arm spelt otherwise", "participants.csv", "Z9QKx02,SAU", "Z9QKx02,sau");
        put(all, "one arm", "participants.csv", "SAU", "IPS");
        put(all, "too few fields", "participants.csv", "Skovtrold,SAU,", "Skovtrold,");
        put(all, "too many fields", "participants.csv", "Skovtrold,SAU", "Skovtrold,x,SAU");
        put(all, "quote not closed", "participants.csv", "Skovtrold", "\"Skovtrold");
        put(all, "text after a quote", "participants.csv", "Skovtrold", "\"Skov\"trold");
        put(all, "bare quote", "participants.csv", "Skovtrold", "Skov\"trold");
        put(all, "backslash quote", "participants.csv", "Skovtrold", "\"Skov\\\"trold\"");
        put(all, "typographic quotes", "participants.csv", "Skovtrold", "\u201cSkovtrold\u201d");
        put(all, "no header", "participants.csv", "id,arm,randomised_on,site,age,employed,earnings\n", "");
        put(all, "title", "participants.csv", "id,arm,", "Z9QKx title\nid,arm,");
        put(
                all,
                "header again",
                "participants.csv",
                "Z9QKx06,",
                "id,arm,randomised_on,site,age,employed,earnings\nZ9QKx06,");
        put(all, "total", "participants.csv", "Z9QKx08,SAU,2014-03-03,north,47,no,0", "Total,,,,,,2430.5");
        put(all, "cut off", "participants.csv", "Z9QKx08,SAU,2014-03-03,north,47,no,0\n", "Z9QKx08,SAU,2014");
        put(all, "other columns", "participants.csv", "id,arm", "person,group");
        put(all, "column twice", "participants.csv", "site,age", "site,site");
        put(all, "decimal commas", "participants.csv", "1200.5", "\"1200,5\"");
        put(all, "text for a number", "participants.csv", "1200.5", "much");
        put(all, "text for a yes", "participants.csv", "31,yes", "31,perhaps");
        put(all, "no day", "participants.csv", "IPS,2014-02-03", "IPS,");
        put(all, "no such day", "participants.csv", "IPS,2014-02-03", "IPS,2014-02-31");
        put(all, "semicolons in one row", "participants.csv", "Skovtrold,SAU,", "Skovtrold;SAU;");
        all.put("turned", new Damage("participants.csv", PlantedTrial::turned));
        all.put("turned and of other names", new Damage("participants.csv", text -> turned(text)
                .replace("arm,", "group,")
                .replace("employed,", "work,")
                .replace("earnings,", "pay,")
                .replace("randomised_on,", "day,")));
        all.put("UTF-16 without mark", new Damage("participants.csv", text -> text, "UTF-16LE"));
        all.put("Windows-1252", new Damage("participants.csv", text -> text, "windows-1252"));
        all.put(
                "encoded twice",
                new Damage(
                        "participants.csv",
                        text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
        all.put("personal numbers as ids", new Damage("participants.csv", text -> {
            String numbers = text;
            for (String id : IDS) {
                numbers = numbers.replace(id + ",", "07058931" + (40 + IDS.indexOf(id)) + ",");
            }
            return numbers;
        }));
        put(
                all,
                "a personal number among labels",
                "participants.csv",
                "IPS,2014-02-03,south",
                "IPS,2014-02-03,070589-3147");
        put(all, "a personal number for an amount", "participants.csv", "1200.5", "070589-3147");
        put(all, "a personal number as a column", "participants.csv", "earnings\n", "120378-4265\n");
    }

    private static void records(Map<String, Damage> all) {
        for (String file : List.of("spells.csv", "follow-up.csv", "weeks.csv")) {
            put(all, "stranger in " + file, file, "Z9QKx06,", "Z9QKx99,");
            put(all, "control in an id of " + file, file, "Z9QKx06,", "Z9QKx\u001b06,");
            put(all, "quote not closed in " + file, file, "Z9QKx06,", "\"Z9QKx06,");
            put(all, "too few fields in " + file, file, "Z9QKx06,", "");
            put(all, "no header in " + file, file, "id,", "Skovtrold,");
            all.put("turned " + file, new Damage(file, PlantedTrial::turned));
            all.put(
                    "row twice in " + file,
                    new Damage(file, text -> text + text.substring(text.lastIndexOf("\nZ9QK") + 1)));
            all.put("Windows-1252 in " + file, new Damage(file, text -> text + "Z9QK\u00e605,x,y,z\n", "windows-1252"));
        }
        put(all, "hours", "spells.csv", ",35", ",212");
        put(all, "end before start", "spells.csv", "2014-03-31", "2014-01-31");
        put(all, "before randomisation", "spells.csv", "2014-02-01", "2013-02-01");
        put(all, "after the cut", "spells.csv", "2014-03-31", "2015-03-31");
        put(all, "activity unknown", "spells.csv", "competitive_employment", "work");
        put(all, "reason unknown", "follow-up.csv", "completed", "gone");
        put(all, "died without a rule", "follow-up.csv", "completed", "died");
        put(all, "seen too late", "follow-up.csv", "2014-12-31", "2015-12-31");
        put(all, "week that is none", "weeks.csv", "2014-W20", "2014-W60");
        put(all, "code not mapped", "weeks.csv", ",W", ",V");
    }

    private static void plans(Map<String, Damage> all) {
        for (String key : List.of("activity", "start", "end", "hours_per_week", "hourly_wage")) {
            put(all, "ids as " + key, "trial.yaml", "spells.csv", "spells.csv, " + key + ": id");
        }
        put(all, "ids as last_seen", "trial.yaml", "follow-up.csv", "follow-up.csv, last_seen: id");
        put(all, "ids as reason", "trial.yaml", "follow-up.csv", "follow-up.csv, reason: id");
        put(all, "ids as week", "trial.yaml", "weeks.csv,", "weeks.csv, week: id,");
        put(all, "ids as code", "trial.yaml", "weeks.csv,", "weeks.csv, code: id,");
        put(all, "ids as arm", "trial.yaml", "{control: SAU}", "{column: id, control: SAU}");
        put(all, "ids as a day", "trial.yaml", "randomised_on: randomised_on", "randomised_on: id");
        put(
                all,
                "ids as who started",
                "trial.yaml",
                "randomised_on: randomised_on",
                "randomised_on: randomised_on\n  started: id");
        put(all, "ids as levels", "trial.yaml", "{site: {}}", "{site: {column: id}}");
        put(all, "ids as an amount", "trial.yaml", "{age: {unit: years}}", "{age: {column: id, unit: years}}");
        put(all, "ids as an outcome", "trial.yaml", "column: employed", "column: id");
        put(all, "ids as strata", "trial.yaml", "compare: worked", "compare: worked\n    by: [id]");
        put(all, "key unknown", "trial.yaml", "horizon", "horizont");
        put(all, "control unknown", "trial.yaml", "control: SAU", "control: SAV");
        put(all, "wrong count", "trial.yaml", "baseline:", "expect: {rows: 9}\nbaseline:");
        put(all, "codes for the arms", "trial.yaml", "{control: SAU}", "{control: SAU, labels: {I: IPS, S: SAU}}");
        all.put("the people as a plan", new Damage("trial.yaml", any -> files().get("participants.csv")));
        all.put("the people as a plan with colons", new Damage("trial.yaml", any -> "- " + String.join("\n- ", IDS)));
    }

    private static void put(Map<String, Damage> all, String name, String file, String from, String to) {
        all.put(name, new Damage(file, text -> {
            if (!text.contains(from)) {
                throw new IllegalArgumentException(name + ": " + file + " does not hold " + from);
            }
            return text.replace(from, to);
        }));
    }

    /**
     * Something that goes wrong.
     *
     * @param file   with which file
     * @param change what becomes of its text
     * @param charset in which it is written
     */
    record Damage(String file, UnaryOperator<String> change, String charset) {

        Damage(String file, UnaryOperator<String> change) {
            this(file, change, "UTF-8");
        }

        /** Writes the trial so damaged. */
        void write(Path folder) throws IOException {
            for (Map.Entry<String, String> entry : files().entrySet()) {
                boolean mine = entry.getKey().equals(file);
                String text = mine ? change.apply(entry.getValue()) : entry.getValue();
                Files.write(folder.resolve(entry.getKey()), text.getBytes(mine ? charset : "UTF-8"));
            }
        }
    }

    private static String each(String rest) {
        return IDS.stream().map(id -> id + rest).collect(Collectors.joining());
    }

    private static String turned(String table) {
        List<String[]> rows = table.lines().map(line -> line.split(",", -1)).toList();
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < rows.get(0).length; column++) {
            int place = column;
            text.append(rows.stream().map(row -> row[place]).collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }
}
