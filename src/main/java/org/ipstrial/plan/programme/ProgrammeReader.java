package org.ipstrial.plan.programme;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.plan.participants.DateFormat;
import org.ipstrial.plan.participants.PlanFolder;
import org.ipstrial.plan.participants.PlannedReading;
import org.ipstrial.plan.programme.PlannedProgramme.Part;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/** Reads what a plan says of one command about how the programme is run. */
final class ProgrammeReader {

    /** The sets of bands of the MDI, which the analysis has too. */
    static final List<String> MDI_BANDS = List.of("20-25-30", "21-26-31");

    /** The bands of a questionnaire from the lowest that troubles anybody, which the analysis has too. */
    static final List<String> BANDS = List.of("mild", "moderate", "severe");

    /** What may be done with people in work or education. */
    static final List<String> OCCUPIED = List.of("excluded", "included");

    private static final String NOBODY = "nobody";
    private static final int OLDEST = 120;
    private static final int MOST = 100_000;

    private final Fields fields;
    private final PlanFolder folder;
    private final Path file;
    private final Map<String, Path> files = new LinkedHashMap<>();
    private final Map<String, List<String>> options = new LinkedHashMap<>();

    ProgrammeReader(Fields fields, PlanFolder folder) {
        this.fields = fields;
        this.folder = folder;
        this.file = fields.required("file", "the name of the CSV")
                .flatMap(folder::file)
                .orElse(Path.of(""));
    }

    Part part() {
        PlannedReading reading = PlannedReading.of(fields);
        put("--delimiter", reading.delimiter());
        put("--decimal", reading.decimal());
        put("--encoding", reading.encoding());
        put("--quote", reading.quote());
        put("--skip", reading.skip().map(String::valueOf));
        if (!reading.missing().isEmpty()) {
            options.put("--missing", reading.missing());
        }
        if (reading.dates() != DateFormat.ISO) {
            put("--date-format", Optional.of(reading.dates().id()));
        }
        fields.noOthers();
        return new Part(file, files, options);
    }

    void fidelity() {
        file("rates");
    }

    void screening() {
        boolean people = file("people");
        put("--mdi-bands", fields.word("mdi_bands", MDI_BANDS));
        fields.get("eligibility").flatMap(PlanValue::fields).ifPresent(rule -> eligibility(rule, people));
    }

    private void eligibility(Fields rule, boolean people) {
        whole(rule, "min_age", 0, OLDEST);
        whole(rule, "max_age", 0, OLDEST);
        bands(rule);
        Optional<String> occupied = rule.word("in_work_or_education", OCCUPIED);
        put("--in-work-or-education", occupied);
        if (number("--min-age", 15) > number("--max-age", 24)) {
            refuse(
                    rule.self(),
                    "the youngest is older than the oldest",
                    "min_age at most max_age",
                    "see which of the two is right");
        }
        boolean aboutPeople =
                options.containsKey("--min-age") || options.containsKey("--max-age") || occupied.isPresent();
        if (aboutPeople && !people) {
            refuse(
                    rule.self(),
                    "the rule is about ages or occupations",
                    "'people' with the file that holds them",
                    "name it in programme.screening");
        }
        rule.noOthers();
    }

    /** The bands that may take part and those that are referred on leave no band above the lowest of them. */
    private void bands(Fields rule) {
        List<String> wanted = words(rule, "bands", BANDS);
        List<String> referred = words(rule, "refer_on", List.of("mild", "moderate", "severe", NOBODY));
        List<String> taken = wanted.isEmpty() ? List.of("mild", "moderate") : wanted;
        List<String> away = referred.isEmpty() ? List.of("severe") : referred;
        int least = taken.stream().mapToInt(BANDS::indexOf).min().orElse(0);
        int most = taken.stream().mapToInt(BANDS::indexOf).max().orElse(0);
        for (int band = least; band < BANDS.size(); band++) {
            String name = BANDS.get(band);
            boolean right = band <= most ? taken.contains(name) && !away.contains(name) : away.contains(name);
            if (!right) {
                refuse(
                        rule.self(),
                        "the band '" + name + "' has no one answer",
                        "every band from the lowest of 'bands' up in 'bands', or above them in 'refer_on'",
                        "write it into one of the two");
                return;
            }
        }
        if (away.stream().anyMatch(name -> BANDS.indexOf(name) >= 0 && BANDS.indexOf(name) < least)
                || away.contains(NOBODY) && away.size() > 1) {
            refuse(
                    rule.self(),
                    "'refer_on' names a band below 'bands', or nobody and somebody",
                    "the bands above 'bands'",
                    "correct it");
        }
    }

    void caseload() {
        boolean contacts = file("contacts");
        file("jobs");
        fields.required("until", "the last day of which the files know")
                .ifPresent(value -> value.text().map(Sited::value).ifPresent(day -> {
                    try {
                        put("--until", Optional.of(LocalDate.parse(day).toString()));
                    } catch (DateTimeParseException e) {
                        value.refuse(FindingCode.E413, PlanWords.cut(day), "a day such as 2014-12-31");
                    }
                }));
        whole(fields, "limit_consultant", 1, MOST);
        whole(fields, "limit_leader", 1, MOST);
        whole(fields, "within", 1, MOST);
        if (options.containsKey("--within") && !contacts) {
            refuse(
                    fields.self(),
                    "'within' is about contacts",
                    "'contacts' with the file that holds them",
                    "name it, or leave 'within' out");
        }
    }

    private boolean file(String key) {
        Optional<Path> found = fields.get(key).flatMap(folder::file);
        found.ifPresent(path -> files.put("--" + key, path));
        return fields.get(key).isPresent();
    }

    private void whole(Fields of, String key, long least, long most) {
        put("--" + key.replace('_', '-'), of.whole(key, least, most).map(String::valueOf));
    }

    private List<String> words(Fields of, String key, List<String> known) {
        List<String> words = of.get(key)
                .map(value -> value.oneOrMore().stream()
                        .map(one -> one.word(known))
                        .flatMap(Optional::stream)
                        .map(Sited::value)
                        .distinct()
                        .toList())
                .orElse(List.of());
        if (!words.isEmpty()) {
            options.put("--" + key.replace('_', '-'), words);
        }
        return words;
    }

    private long number(String option, long otherwise) {
        return options.containsKey(option) ? Long.parseLong(options.get(option).get(0)) : otherwise;
    }

    private void put(String option, Optional<String> value) {
        value.ifPresent(text -> options.put(option, List.of(text)));
    }

    private static void refuse(PlanValue at, String found, String wanted, String mend) {
        at.refuse(FindingCode.E426, found, wanted, mend);
    }
}
