package org.ipstrial.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.CellPolicy;

/**
 * For how many of the missing with the event the interval lies where that of the primary analysis does: of a yes/no outcome,
 * by the frontiers of the tipping grid where the missing of the reference are like those assessed there.
 */
final class TippingAgreement {

    private static final String AT = "missing-events-in-reference=as-observed;interval=";
    private static final String NOT_MONOTONE = "not-monotone";

    private final Words words;
    private final Section.Contrast contrast;
    private final Optional<Map<String, double[]>> grid;
    private final boolean hides;

    TippingAgreement(Words words, ResultTable table, Section.Contrast contrast) {
        this.words = words;
        this.contrast = contrast;
        this.grid = TippingBlocks.grid(table, contrast);
        this.hides = table.settings().containsKey("min-cell");
    }

    /** The row, or nothing where there is no grid or no interval to agree with. */
    List<AgreementTable.Tipping> of(Optional<String> primarySide) {
        String method = contrast.of(Measure.RISK_DIFFERENCE).get(0).key().method();
        if (grid.isEmpty()) {
            return hides
                    ? List.of(new AgreementTable.Tipping(
                            words.get("tipping.view", contrast.reference()),
                            words.get("note." + CellPolicy.NOTE),
                            method))
                    : List.of();
        }
        int ofGroup = most("group.missing.events");
        int ofReference = most("reference.missing.events");
        String label = words.get(
                ofGroup == 0 || ofReference == 0 ? "tipping.view.none-missing" : "tipping.view",
                ofGroup == 0 ? contrast.group() : contrast.reference());
        return primarySide
                .map(side -> new AgreementTable.Tipping(
                        label, ofGroup == 0 ? ofReference(side, ofReference) : agrees(side, ofGroup), method))
                .map(List::of)
                .orElse(List.of());
    }

    private int most(String column) {
        return (int) Arrays.stream(grid.orElseThrow().get(column)).max().orElse(0);
    }

    private String agrees(String side, int ofGroup) {
        int above = frontier("above").orElse(ofGroup + 1);
        int below = frontier("below").orElse(-1);
        int from = side.equals("above") ? above : side.equals("around") ? below + 1 : 0;
        int to = side.equals("below") ? below : side.equals("around") ? above - 1 : ofGroup;
        String text = told(contrast.group(), ofGroup, from, to);
        boolean monotone = List.of("above", "below").stream().noneMatch(any -> point(any)
                .filter(point -> point.cells().get(Statistic.ESTIMATE).note().equals(NOT_MONOTONE))
                .isPresent());
        return monotone ? text : words.get("tipping.agrees.not-monotone", text);
    }

    /** With nobody missing in the group, by the one row of the grid. */
    private String ofReference(String side, int ofReference) {
        double[] events = grid.orElseThrow().get("reference.missing.events");
        double[] sides = grid.orElseThrow().get("side");
        double wanted = side.equals("above") ? 1 : side.equals("below") ? -1 : 0;
        int[] agreeing = IntStream.range(0, sides.length)
                .filter(k -> sides[k] == wanted)
                .map(k -> (int) events[k])
                .sorted()
                .toArray();
        return agreeing.length == 0
                ? told(contrast.reference(), ofReference, 1, 0)
                : told(contrast.reference(), ofReference, agreeing[0], agreeing[agreeing.length - 1]);
    }

    private String told(String arm, int missing, int from, int to) {
        String key = "between";
        if (from > to) {
            key = "never";
        } else if (from == 0) {
            key = to == missing ? "always" : "up-to";
        } else if (to == missing) {
            key = "from";
        }
        return words.get("tipping.agrees." + key, arm, missing, from, to);
    }

    private Optional<Integer> frontier(String side) {
        return point(side).flatMap(point -> point.value(Statistic.ESTIMATE)).map(Double::intValue);
    }

    private Optional<Result> point(String side) {
        return contrast.of(Measure.TIPPING_POINT).stream()
                .filter(point -> point.key().term().equals(AT + side))
                .findFirst();
    }
}
