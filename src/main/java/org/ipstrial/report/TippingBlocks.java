package org.ipstrial.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/** What of the missing would overturn a comparison: in a sentence, on a map, and as a staircase. */
final class TippingBlocks {

    private static final int MOST_ROWS = 12;
    private static final String AS_OBSERVED = "as-observed";

    private final Words words;
    private final ResultTable table;
    private final Section section;
    private final Section.Contrast contrast;
    private final List<Result> points;

    TippingBlocks(Words words, ResultTable table, Section section, Section.Contrast contrast) {
        this.words = words;
        this.table = table;
        this.section = section;
        this.contrast = contrast;
        this.points = contrast.of(Measure.TIPPING_POINT);
    }

    List<Block> blocks() {
        Optional<TippingMap> map = grid(table, contrast).map(this::map);
        if (map.isEmpty()) {
            return table.settings().containsKey("min-cell")
                    ? List.of(new Block.Paragraph(words.get("tipping.hidden")))
                    : List.of();
        }
        List<Block> blocks = new ArrayList<>();
        int ofGroup = last(map.get().groupSteps());
        int ofReference = last(map.get().referenceSteps());
        blocks.add(new Block.Paragraph(words.get(
                "tipping.grid",
                contrast.group(),
                ofGroup,
                contrast.reference(),
                ofReference,
                (ofGroup + 1L) * (ofReference + 1L))));
        sentences(map.get()).forEach(sentence -> blocks.add(new Block.Paragraph(sentence)));
        blocks.add(map.get());
        blocks.addAll(staircase(ofGroup, ofReference));
        return blocks;
    }

    /** The columns of the grid of a contrast, if it has one that may be shown. */
    static Optional<Map<String, double[]>> grid(ResultTable table, Section.Contrast contrast) {
        ResultKey key = contrast.results().get(0).key().withTerm("");
        return table.series().stream()
                .filter(series -> List.of(
                                Names.tipping(key), Series.prefix(key.analysis(), key.outcome()) + Names.tipping(key))
                        .contains(series.name()))
                .findFirst()
                .map(Series::columns);
    }

    private String side(String side) {
        return side(words, table, side, contrast.group());
    }

    /** On which side an interval lies, in words. */
    static String side(Words words, ResultTable table, String side, String group) {
        return words.get("tipping.side." + side + (hasMargin(table) ? ".margin" : ""), group);
    }

    /** What the intervals are held against, in words. */
    static String tested(Words words, ResultTable table) {
        return words.get(hasMargin(table) ? "tipping.null.margin" : "tipping.null");
    }

    /** Whether that is a margin. */
    static boolean hasMargin(ResultTable table) {
        return Measure.RISK_DIFFERENCE.id().equals(table.settings().get("margin-measure"));
    }

    private static int last(List<Double> steps) {
        return steps.get(steps.size() - 1).intValue();
    }

    private List<String> sentences(TippingMap map) {
        boolean tips = map.has(0) || map.has(1) && map.has(-1);
        if (!tips || !map.has(1) && !map.has(-1)) {
            String side = map.has(1) ? "above" : map.has(-1) ? "below" : "around";
            return List.of(words.get("tipping.always." + side, side(side)));
        }
        List<String> sentences = new ArrayList<>();
        for (Result point : points) {
            List<String> term = Names.parts(point.key().term());
            if (term.get(1).equals(AS_OBSERVED) && term.size() > 2) {
                sentences.add(sentence(point, term.get(3), last(map.groupSteps()), last(map.referenceSteps())));
            }
        }
        return sentences;
    }

    private String sentence(Result point, String side, int ofGroup, int ofReference) {
        Optional<Double> reached = point.value(Statistic.ESTIMATE);
        String assumed = words.get(
                ofReference == 0 ? "tipping.if-none-missing" : "tipping.if",
                contrast.reference(),
                whole(point.value(Statistic.EVENTS).orElseThrow()),
                ofReference);
        String end =
                reached.isEmpty() ? "never" : reached.get() == (side.equals("above") ? 0 : ofGroup) ? "all" : "some";
        String share = reached.map(count -> Rounding.percent(ofGroup == 0 ? 0 : count / ofGroup))
                .orElse("");
        String sentence = words.get(
                "tipping." + side + "." + end,
                assumed,
                contrast.group(),
                reached.map(TippingBlocks::whole).orElse(""),
                ofGroup,
                share,
                section.first(contrast.group(), Measure.PROPORTION)
                        .flatMap(result -> result.value(Statistic.ESTIMATE))
                        .map(Rounding::percent)
                        .orElse("-"),
                side(side) + (hasMargin(table) || side.equals("around") ? "" : ","));
        Cell cell = point.cells().get(Statistic.ESTIMATE);
        return cell.note().equals("not-monotone") ? sentence + " " + words.get("tipping.not-monotone") : sentence;
    }

    private static String whole(double count) {
        return Rounding.decimals(count, 0);
    }

    private TippingMap map(Map<String, double[]> columns) {
        Map<Double, List<Integer>> rows = new LinkedHashMap<>();
        List<Double> referenceSteps = new ArrayList<>();
        double[] group = columns.get("group.missing.events");
        double[] with = columns.get("reference.missing.events");
        double[] side = columns.get("side");
        for (int i = 0; i < group.length; i++) {
            rows.computeIfAbsent(group[i], any -> new ArrayList<>()).add((int) side[i]);
            if (group[i] == group[0]) {
                referenceSteps.add(with[i]);
            }
        }
        String method = contrast.of(Measure.RISK_DIFFERENCE).get(0).key().method();
        return new TippingMap(
                words.get(
                        "tipping.title",
                        table.label(section.outcome()),
                        words.get("contrast", contrast.group(), contrast.reference()),
                        Phrases.level(contrast.results().get(0)),
                        method,
                        tested(words, table)),
                words.get("tipping.axis", contrast.group()),
                words.get("tipping.axis", contrast.reference()),
                words.get("tipping.legend", side("above")),
                words.get("tipping.legend", side("around")),
                words.get("tipping.legend", side("below")),
                words.get("tipping.legend.observed"),
                TippingMap.What.EVENTS,
                List.copyOf(rows.keySet()),
                referenceSteps,
                List.copyOf(rows.values()),
                observed("missing-events-in-group"),
                observed("missing-events-in-reference"));
    }

    private OptionalDouble observed(String whose) {
        return points.stream()
                .filter(point -> point.key().term().startsWith(Names.pair(whose, AS_OBSERVED)))
                .flatMap(point -> point.value(Statistic.EVENTS).stream())
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }

    /** The frontier at no more than {@value #MOST_ROWS} numbers of the reference; the table of results has all. */
    private List<Block> staircase(int ofGroup, int ofReference) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (Result point : points) {
            List<String> term = Names.parts(point.key().term());
            if (term.size() > 2 && !term.get(1).equals(AS_OBSERVED)) {
                rows.computeIfAbsent(term.get(1), any -> new LinkedHashMap<>())
                        .put(
                                term.get(3),
                                point.value(Statistic.ESTIMATE)
                                        .map(TippingBlocks::whole)
                                        .orElse(words.get("tipping.never")));
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> sides = List.copyOf(rows.values().iterator().next().keySet());
        List<String> header = new ArrayList<>(List.of(words.get("tipping.row", ofReference, contrast.reference())));
        sides.forEach(side -> header.add(words.get("tipping.column." + side, ofGroup, contrast.group(), side(side))));
        List<Align> align = new ArrayList<>();
        header.forEach(any -> align.add(Align.RIGHT));
        List<String> all = List.copyOf(rows.keySet());
        int parts = Math.min(MOST_ROWS, all.size()) - 1;
        List<List<String>> cells = new ArrayList<>();
        for (int part = 0; part <= parts; part++) {
            String at = all.get(parts == 0 ? 0 : (int) ((long) (all.size() - 1) * part / parts));
            List<String> row = new ArrayList<>(List.of(at));
            sides.forEach(side -> row.add(rows.get(at).get(side)));
            cells.add(row);
        }
        return List.of(new Block.Table(header, align, cells));
    }
}
