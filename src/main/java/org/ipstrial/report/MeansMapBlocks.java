package org.ipstrial.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.IntPredicate;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;

/**
 * On which side the interval of an amount lies for means of the missing of both arms over the range: its frontier in
 * sentences, and a map.
 */
final class MeansMapBlocks {

    private final Words words;
    private final ResultTable table;
    private final Section section;
    private final Section.Contrast contrast;
    private final DoubleFunction<String> shown;

    MeansMapBlocks(
            Words words, ResultTable table, Section section, Section.Contrast contrast, DoubleFunction<String> shown) {
        this.words = words;
        this.table = table;
        this.section = section;
        this.contrast = contrast;
        this.shown = shown;
    }

    /** Nothing where there is no range, or small cells hide the map. */
    List<Block> blocks() {
        Optional<TippingMap> read = TippingBlocks.grid(table, contrast).map(this::map);
        if (read.isEmpty()) {
            return List.of();
        }
        TippingMap map = read.get();
        List<Block> blocks = new ArrayList<>(List.of(new Block.Paragraph(range(map))));
        List<Integer> sides = List.of(1, 0, -1).stream().filter(map::has).toList();
        if (sides.size() == 1) {
            blocks.add(new Block.Paragraph(words.get("tipping.means.always", side(sides.get(0)))));
        } else {
            sides.stream()
                    .filter(side -> side != 0)
                    .map(side -> frontier(map, side))
                    .forEach(sentence -> blocks.add(new Block.Paragraph(sentence)));
        }
        blocks.add(map);
        return blocks;
    }

    private TippingMap map(Map<String, double[]> columns) {
        double[] group = columns.get("group.missing.mean");
        double[] with = columns.get("reference.missing.mean");
        double[] side = columns.get("side");
        Map<Double, List<Integer>> rows = new LinkedHashMap<>();
        List<Double> referenceSteps = new ArrayList<>();
        for (int i = 0; i < group.length; i++) {
            rows.computeIfAbsent(group[i], any -> new ArrayList<>()).add((int) side[i]);
            if (group[i] == group[0]) {
                referenceSteps.add(with[i]);
            }
        }
        return new TippingMap(
                words.get(
                        "tipping.means.title",
                        table.label(section.outcome()),
                        words.get("contrast", contrast.group(), contrast.reference()),
                        Phrases.level(contrast.results().get(0)),
                        TippingBlocks.tested(words, table)),
                axis(contrast.group(), rows.size()),
                axis(contrast.reference(), referenceSteps.size()),
                words.get("tipping.legend", side(1)),
                words.get("tipping.legend", side(0)),
                words.get("tipping.legend", side(-1)),
                words.get("tipping.legend.observed"),
                TippingMap.What.MEANS,
                List.copyOf(rows.keySet()),
                referenceSteps,
                List.copyOf(rows.values()),
                observed(contrast.group()),
                observed(contrast.reference()));
    }

    private String axis(String arm, int steps) {
        return words.get(steps > 1 ? "tipping.means.axis" : "tipping.means.axis.none", arm);
    }

    private OptionalDouble observed(String arm) {
        return section.first(arm, Measure.SUMMARY)
                .flatMap(summary -> summary.value(Statistic.MEAN))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    private String side(int side) {
        if (side == 0 || TippingBlocks.hasMargin(table)) {
            return TippingBlocks.side(
                    words, table, side > 0 ? "above" : side < 0 ? "below" : "around", contrast.group());
        }
        return words.get("tipping.means.side." + (side > 0 ? "above" : "below"), contrast.group());
    }

    private String range(TippingMap map) {
        boolean ofGroup = map.groupSteps().size() > 1;
        List<Double> steps = ofGroup ? map.groupSteps() : map.referenceSteps();
        boolean both = ofGroup && map.referenceSteps().size() > 1;
        return words.get(
                both ? "tipping.means.grid" : "tipping.means.grid.one",
                ofGroup ? contrast.group() : contrast.reference(),
                shown.apply(steps.get(0)),
                shown.apply(steps.get(steps.size() - 1)),
                ofGroup ? contrast.reference() : contrast.group(),
                map.groupSteps().size() * map.referenceSteps().size(),
                shown.apply(steps.get(1) - steps.get(0)));
    }

    /** From which mean on, or up to which, the interval lies on a side: at both ends of the range of the other mean. */
    private String frontier(TippingMap map, int side) {
        int last = map.referenceSteps().size() - 1;
        String lies = side(side) + (TippingBlocks.hasMargin(table) ? "" : ",");
        if (map.groupSteps().size() == 1) {
            Reach of = reach(
                    map.referenceSteps(), side < 0, k -> map.sides().get(0).get(k) == side);
            return told(
                    words.get("tipping.means.frontier.one", contrast.group(), lies, clause(of, contrast.reference())),
                    of);
        }
        Reach low = reach(map.groupSteps(), side > 0, k -> map.sides().get(k).get(0) == side);
        if (last == 0) {
            return told(
                    words.get("tipping.means.frontier.one", contrast.reference(), lies, clause(low, contrast.group())),
                    low);
        }
        Reach high = reach(map.groupSteps(), side > 0, k -> map.sides().get(k).get(last) == side);
        return told(
                words.get(
                        "tipping.means.frontier",
                        contrast.reference(),
                        shown.apply(map.referenceSteps().get(0)),
                        lies,
                        clause(low, contrast.group()),
                        shown.apply(map.referenceSteps().get(last)),
                        clause(high, contrast.group())),
                low,
                high);
    }

    private String told(String sentence, Reach... reaches) {
        return List.of(reaches).stream().allMatch(Reach::isWhole)
                ? sentence
                : sentence + " " + words.get("tipping.means.not-monotone");
    }

    private String clause(Reach reach, String arm) {
        return words.get(
                "tipping.means." + reach.key(),
                arm,
                reach.mean().isPresent() ? shown.apply(reach.mean().getAsDouble()) : "");
    }

    /**
     * How far a side reaches from the end of a range at which it begins.
     *
     * @param key     in words
     * @param mean    the last mean on that side
     * @param isWhole whether no mean beyond is on that side again
     */
    private record Reach(String key, OptionalDouble mean, boolean isWhole) {}

    private static Reach reach(List<Double> steps, boolean fromTop, IntPredicate isOn) {
        int size = steps.size();
        int reached = 0;
        while (reached < size && isOn.test(fromTop ? size - 1 - reached : reached)) {
            reached++;
        }
        boolean beyond = false;
        for (int k = reached; k < size; k++) {
            beyond |= isOn.test(fromTop ? size - 1 - k : k);
        }
        if (reached == 0 || reached == size) {
            return new Reach(reached == 0 ? "never" : "all", OptionalDouble.empty(), !beyond);
        }
        double mean = steps.get(fromTop ? size - reached : reached - 1);
        return new Reach(fromTop ? "from" : "up-to", OptionalDouble.of(mean), !beyond);
    }
}
