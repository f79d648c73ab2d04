package org.ipstrial.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/**
 * What the report of a trial is to be: carried along with the plan; no number depends on it.
 *
 * @param language its language
 * @param formats  the forms it is written in, in order
 * @param folder   the folder it is written to, if the plan says it
 */
public record PlannedReport(Optional<String> language, List<String> formats, Optional<String> folder) {

    private static final List<String> LANGUAGES = List.of("en", "da", "sv", "nb");
    private static final List<String> FORMATS = List.of("text", "markdown", "html", "latex", "csv", "json", "ard");

    /** Copies the formats. */
    public PlannedReport {
        formats = List.copyOf(formats);
    }

    /** Reads the keys {@code language} and {@code report} of a plan. */
    static PlannedReport read(Fields plan) {
        Optional<String> language = plan.get("language").flatMap(PlannedReport::language);
        Optional<Fields> report = plan.get("report").flatMap(PlanValue::fields);
        List<String> formats = report.map(fields ->
                        fields.texts("formats").stream().map(Sited::value).toList())
                .orElse(List.of());
        report.flatMap(fields -> fields.get("formats")).ifPresent(value -> formats.stream()
                .filter(format -> !FORMATS.contains(format))
                .forEach(format -> value.refuse(
                        FindingCode.E412,
                        PlanWords.cut(format),
                        PlanWords.listed(FORMATS),
                        PlanWords.nearest(format, FORMATS))));
        Optional<String> folder =
                report.flatMap(fields -> fields.text("folder")).map(Sited::value);
        report.ifPresent(Fields::noOthers);
        return new PlannedReport(language, formats, folder);
    }

    private static Optional<String> language(PlanValue value) {
        return value.word(LANGUAGES).map(Sited::value);
    }

    /** What it is, in words; empty where the plan says nothing of it. */
    public String words() {
        List<String> words = new ArrayList<>();
        language.ifPresent(word -> words.add("language " + word));
        if (!formats.isEmpty()) {
            words.add("formats " + String.join(", ", formats));
        }
        folder.ifPresent(name -> words.add("folder " + name));
        return String.join("; ", words);
    }
}
