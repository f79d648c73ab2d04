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
import org.ipstrial.dataset.programme.FidelityReview;
import org.ipstrial.dataset.programme.FidelityReviews;
import org.ipstrial.dataset.programme.FidelityScale;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.plan.participants.DateFormat;

/** Reads fidelity reviews: one row for the score of an item, with team, date and scale. */
public final class FidelityImport {

    private static final List<String> COLUMNS = List.of("team", "date", "scale", "item", "score");

    private record Key(FidelityScale scale, String team, long day) {}

    private record Scored(Map<Integer, Integer> scores, Map<Integer, Long> lines) {}

    private final ItemTable table;
    private final Findings findings;
    private final Map<Key, Scored> reviews = new LinkedHashMap<>();

    private FidelityImport(ItemTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    /**
     * Reads a file.
     *
     * @param allowed the codes that the user accepts
     * @throws org.ipstrial.finding.RefusedException with everything that is wrong
     */
    public static ImportedReviews read(
            DataSource source, ReadOptions options, DateFormat dates, Set<FindingCode> allowed) {
        Findings findings = new Findings(allowed);
        FidelityImport reading = new FidelityImport(ItemTable.of(source, options, COLUMNS, findings), findings);
        reading.rows(dates);
        findings.throwIfRefused();
        return new ImportedReviews(
                new FidelityReviews(reading.all()), reading.table.rows(), reading.table.sha256(), findings);
    }

    private void rows(DateFormat dates) {
        List<String> teams = table.labels("team", "the name of the team");
        OptionalLong[] days = table.days("date", dates);
        for (int row = 0; row < table.rows(); row++) {
            Optional<FidelityScale> scale = FidelityScale.named(table.text("scale", row));
            if (scale.isEmpty()) {
                table.refuse(
                        "scale",
                        row,
                        Shown.value(table.text("scale", row)),
                        "one of " + String.join(", ", FidelityScale.ids()) + "; other scales have other bands");
                continue;
            }
            int items = scale.get().items().size();
            String wanted = "the number of an item of " + scale.get().id() + ", from 1 to " + items;
            Optional<Integer> item = table.whole("item", row, 1, items, wanted);
            if (item.isEmpty() && table.isMissing("item", row)) {
                table.refuse("item", row, "an empty cell", wanted);
            }
            Optional<Integer> score = table.whole(
                    "score",
                    row,
                    FidelityScale.LEAST,
                    FidelityScale.MOST,
                    "a whole score from 1 to 5 that the reviewers agree on, or nothing where the item was not rated");
            if (item.isPresent() && teams.get(row) != null && days[row].isPresent()) {
                add(new Key(scale.get(), teams.get(row), days[row].getAsLong()), item.get(), score, row);
            }
        }
    }

    private void add(Key key, int item, Optional<Integer> score, int row) {
        Scored review = reviews.computeIfAbsent(key, any -> new Scored(new LinkedHashMap<>(), new LinkedHashMap<>()));
        Long before =
                review.lines().putIfAbsent(item, table.column("item").at(row).line());
        if (before != null) {
            findings.add(
                    FindingCode.E532,
                    table.column("item").at(row),
                    "item " + item + " of this team, date and scale",
                    before);
            return;
        }
        score.ifPresent(value -> review.scores().put(item, value));
    }

    private List<FidelityReview> all() {
        List<FidelityReview> all = new ArrayList<>();
        reviews.forEach((key, scored) ->
                all.add(new FidelityReview(key.team(), LocalDate.ofEpochDay(key.day()), key.scale(), scored.scores())));
        return all;
    }
}
