package org.ipstrial.dataimport.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.dataset.programme.Screening;
import org.ipstrial.dataset.programme.ScreeningScale;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.plan.participants.DateFormat;

/** Reads screenings: one row for the answer to a question, with person, date and scale. No message shows an id. */
public final class ScreeningImport {

    private static final List<String> COLUMNS = List.of("id", "date", "scale", "item", "score");

    private record Key(String id, long day, ScreeningScale scale) {}

    private record Answered(Map<String, Integer> answers, Map<String, Long> lines) {}

    private final ItemTable table;
    private final Findings findings;
    private final Map<Key, Answered> screenings = new LinkedHashMap<>();

    private ScreeningImport(ItemTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    /**
     * What was read.
     *
     * @param screenings the screenings, in the order of the file
     * @param rows       how many data rows the file has
     * @param sha256     of the file's bytes, in hexadecimal
     * @param warnings   what was found that does not refuse
     */
    public record ImportedScreenings(List<Screening> screenings, long rows, String sha256, Findings warnings) {}

    /**
     * Reads a file.
     *
     * @param allowed the codes that the user accepts
     * @throws org.ipstrial.finding.RefusedException with everything that is wrong
     */
    public static ImportedScreenings read(
            DataSource source, ReadOptions options, DateFormat dates, Set<FindingCode> allowed) {
        Findings findings = new Findings(allowed);
        ScreeningImport reading = new ScreeningImport(ItemTable.of(source, options, COLUMNS, findings), findings);
        reading.rows(dates);
        findings.throwIfRefused();
        return new ImportedScreenings(reading.all(), reading.table.rows(), reading.table.sha256(), findings);
    }

    private void rows(DateFormat dates) {
        List<String> ids = table.ids(findings);
        OptionalLong[] days = table.days("date", dates);
        for (int row = 0; row < table.rows(); row++) {
            Optional<ScreeningScale> scale = ScreeningScale.named(table.text("scale", row));
            if (scale.isEmpty()) {
                String wanted = "one of " + String.join(", ", ScreeningScale.ids());
                table.refuse("scale", row, Shown.value(table.text("scale", row)), wanted);
                continue;
            }
            String question = table.text("item", row);
            boolean known = scale.get().questions().contains(question);
            if (!known) {
                String wanted = "one of the questions of " + scale.get().id() + ": "
                        + String.join(", ", scale.get().questions());
                table.refuse("item", row, Shown.value(question), wanted);
            }
            int most = scale.get().most();
            Optional<Integer> score = table.whole(
                    "score", row, 0, most, "a whole score from 0 to " + most + ", or nothing where there is no answer");
            if (known && ids.get(row) != null && days[row].isPresent()) {
                add(new Key(ids.get(row), days[row].getAsLong(), scale.get()), question, score, row);
            }
        }
    }

    private void add(Key key, String question, Optional<Integer> score, int row) {
        Answered screening =
                screenings.computeIfAbsent(key, any -> new Answered(new LinkedHashMap<>(), new LinkedHashMap<>()));
        Long before = screening
                .lines()
                .putIfAbsent(question, table.column("item").at(row).line());
        if (before != null) {
            String what = "question " + question + " of this person, date and scale";
            findings.add(FindingCode.E532, table.column("item").at(row), what, before);
            return;
        }
        score.ifPresent(value -> screening.answers().put(question, value));
    }

    private List<Screening> all() {
        List<Screening> all = new ArrayList<>();
        screenings.forEach((key, answered) ->
                all.add(new Screening(key.id(), LocalDate.ofEpochDay(key.day()), key.scale(), answered.answers())));
        return all;
    }
}
