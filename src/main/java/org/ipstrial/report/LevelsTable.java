package org.ipstrial.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/** The tables of an outcome of ordered levels: who is at which, the lowest first. */
final class LevelsTable {

    private final Words words;
    private final Phrases phrases;
    private final Section section;

    LevelsTable(Words words, Section section) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.section = section;
    }

    /** The levels down and the arms across: the number and the percentage of those assessed. */
    Block.Table counts() {
        List<String> header = new ArrayList<>(List.of(""));
        header.addAll(section.arms());
        List<List<String>> rows = new ArrayList<>();
        rows.add(people(words.get(section.isRandomised() ? "count.randomised" : "count.rows"), Statistic.RANDOMISED));
        rows.add(people(words.get("count.assessed"), Statistic.ASSESSED));
        rows.add(people(words.get("count.missing"), Statistic.MISSING));
        for (String term : section.levels()) {
            List<String> row = new ArrayList<>(List.of(Names.shownValue(term)));
            section.arms().forEach(arm -> row.add(at(arm, term)));
            rows.add(row);
        }
        return new Block.Table(header, align(header.size(), 1), rows);
    }

    private List<String> people(String label, Statistic statistic) {
        List<String> row = new ArrayList<>(List.of(label));
        for (String arm : section.arms()) {
            row.add(new ArmTable(words).count(section.first(arm, Measure.COUNT).orElseThrow(), statistic));
        }
        return row;
    }

    private String at(String arm, String term) {
        Cell count = section.of(arm, Measure.COUNT, "", term).get(0).cells().get(Statistic.EVENTS);
        Result share = section.of(arm, Measure.PROPORTION, "", term).get(0);
        if (count.value().isEmpty()) {
            return phrases.reason(count.note());
        }
        String number = Rounding.decimals(count.value().getAsDouble(), 0);
        return share.value(Statistic.ESTIMATE).isEmpty()
                ? number
                : words.get("baseline.count.value", number, new ArmTable(words).percent(share));
    }

    /**
     * A row for each level in each arm: the percentage with its interval by each method.
     *
     * @param oneSided whether the intervals have one limit and the end of the scale
     */
    Block.Table shares(boolean oneSided) {
        List<String> levels = section.levels();
        List<Result> sample = section.of(section.arms().get(0), Measure.PROPORTION, "", levels.get(0));
        List<String> header = new ArrayList<>(List.of("", words.get("levels.level"), words.get("percent")));
        for (Result result : sample) {
            header.add(words.get(oneSided ? "ci.one-sided" : "ci", Phrases.level(result))
                    + (sample.size() > 1 ? ", " + result.key().method() : ""));
        }
        List<List<String>> rows = new ArrayList<>();
        for (String arm : section.arms()) {
            for (String term : levels) {
                List<Result> shares = section.of(arm, Measure.PROPORTION, "", term);
                List<String> row = new ArrayList<>();
                row.add(term.equals(levels.get(0)) ? arm : "");
                row.add(Names.shownValue(term));
                row.add(new ArmTable(words).percent(shares.get(0)));
                shares.forEach(share -> row.add(phrases.interval(share, Rounding::percent)));
                rows.add(row);
            }
        }
        return new Block.Table(header, align(header.size(), 2), rows);
    }

    private static List<Align> align(int columns, int ofWords) {
        List<Align> align = new ArrayList<>(Collections.nCopies(columns, Align.RIGHT));
        Collections.fill(align.subList(0, ofWords), Align.LEFT);
        return align;
    }
}
