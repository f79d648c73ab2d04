package org.ipstrial.analysis.programme;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.dataset.programme.ScoreRange;
import org.ipstrial.dataset.programme.Screening;
import org.ipstrial.dataset.programme.ScreeningScale;
import org.ipstrial.dataset.programme.Screenings;

/**
 * What one person's latest screenings come to.
 *
 * @param totals     what each questionnaire's total can be
 * @param severities what each questionnaire leaves possible; everything where it was not answered
 * @param otherBands what the other bands of the MDI leave possible, where it was answered
 * @param icd10      the MDI by ICD-10, where it was answered
 * @param dsm4       the MDI by DSM-IV, where it was answered; nothing in it where missing answers decide
 * @param notWorth   the answer to the MDI's item 6, where there is one
 * @param verdict    what the rule of eligibility says; nothing where what is missing decides it
 */
record PersonClasses(
        Map<ScreeningScale, ScoreRange> totals,
        Map<ScreeningScale, Set<Severity>> severities,
        Optional<Set<Severity>> otherBands,
        Optional<MdiIcd10.Classes> icd10,
        Optional<Optional<Boolean>> dsm4,
        Optional<Integer> notWorth,
        Optional<EligibilityRule.Verdict> verdict) {

    /**
     * Those of a person.
     *
     * @param mdi  the bands of the MDI, where anybody answered it
     * @param rule the rule of eligibility
     */
    static PersonClasses of(Screenings all, String id, Optional<SeverityBands> mdi, EligibilityRule rule) {
        Map<ScreeningScale, ScoreRange> totals = new LinkedHashMap<>();
        Map<ScreeningScale, Set<Severity>> severities = new LinkedHashMap<>();
        for (ScreeningScale scale : all.scales()) {
            Optional<ScoreRange> total = all.of(id, scale).map(PersonClasses::total);
            total.ifPresent(range -> totals.put(scale, range));
            SeverityBands bands = scale == ScreeningScale.MDI ? mdi.orElseThrow() : SeverityBands.GAD_7;
            severities.put(scale, total.map(bands::of).orElseGet(() -> EnumSet.allOf(Severity.class)));
        }
        Optional<Screening> answered =
                all.scales().contains(ScreeningScale.MDI) ? all.of(id, ScreeningScale.MDI) : Optional.empty();
        return new PersonClasses(
                totals,
                severities,
                answered.map(any -> mdi.orElseThrow().other().of(totals.get(ScreeningScale.MDI))),
                answered.map(MdiIcd10::of),
                answered.map(MdiDsm4::of),
                answered.flatMap(screening -> screening.answer("6")),
                rule.of(severities.values(), all.person(id)));
    }

    private static ScoreRange total(Screening screening) {
        if (screening.scale() == ScreeningScale.MDI) {
            return new MdiItems(screening).total();
        }
        int least = 0;
        int most = 0;
        int missing = 0;
        for (String question : screening.scale().questions()) {
            ScoreRange range = screening.question(question);
            least += range.least();
            most += range.most();
            missing += range.missing();
        }
        return new ScoreRange(least, most, missing);
    }

    /** The names of the columns of {@link #fields}. */
    static List<String> header() {
        return List.of(
                "gad7_total_least",
                "gad7_total_most",
                "gad7",
                "mdi_total_least",
                "mdi_total_most",
                "mdi",
                "mdi_icd10",
                "mdi_dsm4",
                "mdi_item_6",
                "eligibility");
    }

    /** The classes as fields of a file; empty where there is no screening. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        for (ScreeningScale scale : ScreeningScale.values()) {
            Optional<ScoreRange> total = Optional.ofNullable(totals.get(scale));
            fields.add(total.map(range -> Integer.toString(range.least())).orElse(""));
            fields.add(total.map(range -> Integer.toString(range.most())).orElse(""));
            fields.add(total.map(any -> words(severities.get(scale))).orElse(""));
        }
        fields.add(icd10.map(classes -> words(classes.classes())).orElse(""));
        fields.add(dsm4.map(major -> major.map(yes -> yes ? "yes" : "no").orElse("undetermined"))
                .orElse(""));
        fields.add(notWorth.map(score -> Integer.toString(score)).orElse(""));
        fields.add(verdict.map(EligibilityRule.Verdict::id).orElse("undetermined"));
        return fields;
    }

    private static String words(Set<Severity> possible) {
        return possible.size() == 1 ? possible.iterator().next().id() : "undetermined";
    }
}
