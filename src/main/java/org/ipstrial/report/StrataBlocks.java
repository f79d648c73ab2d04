package org.ipstrial.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/** What a comparison combines over strata: its results, the strata that tell less than all, and who is in them. */
final class StrataBlocks {

    private final Words words;
    private final ResultTable table;
    private final Section section;

    StrataBlocks(Words words, ResultTable table, Section section) {
        this.words = words;
        this.table = table;
        this.section = section;
    }

    /**
     * The blocks of one contrast, none where nothing is stratified.
     *
     * @param overStrata its results over strata
     * @param comparison the blocks of such results
     */
    List<Block> of(Section.Contrast overStrata, Function<Section.Contrast, List<Block>> comparison) {
        if (overStrata.results().isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, words.get("strata.heading", columns(overStrata), number())));
        blocks.addAll(comparison.apply(overStrata));
        for (Result test : overStrata.of(Measure.INTERACTION_TEST)) {
            blocks.addAll(new TestLines(words, false).of(test));
        }
        blocks.addAll(silent(overStrata));
        return blocks;
    }

    private String columns(Section.Contrast overStrata) {
        return columns(overStrata.results().stream()
                .filter(result -> Names.isStrata(result.key().term()))
                .findFirst()
                .orElseThrow());
    }

    /** The columns of the strata over which a result is combined, as the reader knows them. */
    String columns(Result overStrata) {
        return Arrays.stream(Names.shownValue(overStrata.key().term()).split(","))
                .map(table::label)
                .collect(Collectors.joining(" " + words.get("and") + " "));
    }

    private String number() {
        int number = section.strata().size();
        return words.get(number == 1 ? "strata.one" : "strata.number", number);
    }

    /** The strata that add nothing to some of the results, by reason. */
    private List<Block> silent(Section.Contrast contrast) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (Result result : contrast.of(Measure.STRATUM_COUNT)) {
            byReason.computeIfAbsent(result.cells().get(Statistic.ASSESSED).note(), any -> new ArrayList<>())
                    .add(shown(result.key().term()));
        }
        List<Block> blocks = new ArrayList<>();
        byReason.forEach((reason, strata) ->
                blocks.add(new Block.Paragraph(words.get("strata.silent." + reason, String.join("; ", strata)))));
        return blocks;
    }

    /** A row for each stratum with the people of each arm, none where nothing is stratified. */
    List<Block> counts() {
        if (section.strata().isEmpty()) {
            return List.of();
        }
        List<String> header = new ArrayList<>(List.of(""));
        header.addAll(section.arms());
        List<List<String>> rows = new ArrayList<>();
        section.strata().forEach((stratum, arms) -> {
            List<String> row = new ArrayList<>(List.of(shown(stratum)));
            arms.forEach(arm -> row.add(people(arm)));
            rows.add(row);
        });
        List<Align> align = new ArrayList<>(Collections.nCopies(header.size(), Align.RIGHT));
        align.set(0, Align.LEFT);
        return List.of(
                new Block.Heading(2, words.get(hasEvents() ? "strata.events" : "strata.assessed")),
                new Block.Table(header, align, rows));
    }

    private boolean hasEvents() {
        return section.strata().values().stream().flatMap(List::stream).anyMatch(arm -> arm.cells()
                .containsKey(Statistic.EVENTS));
    }

    private String people(Result arm) {
        ArmTable counts = new ArmTable(words);
        boolean shown = arm.value(Statistic.ASSESSED).isPresent() && arm.cells().containsKey(Statistic.EVENTS);
        return shown
                ? words.get("strata.of", counts.count(arm, Statistic.EVENTS), counts.count(arm, Statistic.ASSESSED))
                : counts.count(arm, Statistic.ASSESSED);
    }

    private String shown(String stratum) {
        return Names.shown(stratum, table::label);
    }
}
