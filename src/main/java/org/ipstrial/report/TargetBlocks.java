package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;

/** What was observed beside what was expected, group by group, and that this is no effect. */
final class TargetBlocks {

    private final Words words;
    private final Phrases phrases;

    TargetBlocks(Words words) {
        this.words = words;
        this.phrases = new Phrases(words);
    }

    /** A line for each group; nothing where no share is stated. */
    List<Block> of(ResultTable table, Section section) {
        if (!table.settings().containsKey("target")) {
            return List.of();
        }
        String expected = Phrases.percent((double) table.settings().get("target"));
        String side = table.settings().getOrDefault("alternative", "two-sided").toString();
        String key = new HypothesisLines(words, table).key("test.p");
        List<Block> blocks = new ArrayList<>();
        for (String arm : section.arms()) {
            Result counts = section.first(arm, Measure.COUNT).orElseThrow();
            Result share = section.of(arm, Measure.PROPORTION, "", "").get(0);
            List<String> tests = section.results().stream()
                    .filter(result -> result.key().measure() == Measure.TARGET_TEST
                            && result.key().group().equals(arm))
                    .map(result -> test(result, key))
                    .toList();
            String observed = share.value(Statistic.ESTIMATE).isPresent()
                    ? words.get(
                            "target.observed",
                            number(counts, Statistic.EVENTS),
                            number(counts, Statistic.ASSESSED),
                            phrases.number(share, Statistic.ESTIMATE, Rounding::percent))
                    : phrases.number(share, Statistic.ESTIMATE, Rounding::percent);
            blocks.add(new Block.Paragraph(
                    words.get("target." + side, arm, expected, observed, String.join(", ", tests))));
        }
        return blocks;
    }

    /** What none of the lines tells; nothing where no share is stated. */
    List<Block> caution(ResultTable table) {
        return table.settings().containsKey("target")
                ? List.of(new Block.Paragraph(words.get("target.no-effect")))
                : List.of();
    }

    private String number(Result counts, Statistic statistic) {
        return phrases.number(counts, statistic, value -> Rounding.decimals(value, 0));
    }

    private String test(Result result, String key) {
        String p = phrases.number(result, Statistic.P_VALUE, value -> words.get(key, Rounding.p(value)));
        return words.get("target.test", p, result.key().method());
    }
}
