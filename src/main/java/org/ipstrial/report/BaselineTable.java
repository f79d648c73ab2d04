package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.disclosure.CellPolicy;

/** The covariates of one stratum down, the arms, all of them together and the contrasts across. */
final class BaselineTable {

    private record Row(String label, Function<String, String> arm, Function<Section.Contrast, String> contrast) {

        static Row ofArms(String label, Function<String, String> arm) {
            return new Row(Block.Table.INDENT + label, arm, any -> "");
        }
    }

    private final Words words;
    private final ResultTable table;
    private final List<Section> sections;

    /**
     * A table.
     *
     * @param sections the results of the stratum, one section a covariate
     */
    BaselineTable(Words words, ResultTable table, List<Section> sections) {
        this.words = words;
        this.table = table;
        this.sections = sections;
    }

    /** The arms, in order. */
    static List<String> arms(List<Section> sections) {
        return sections.get(0).arms().stream()
                .filter(arm -> !arm.equals(ResultKey.ALL_ARMS))
                .toList();
    }

    /** The table, in parts where it is too wide for one. */
    List<Block> blocks() {
        List<Row> rows = new ArrayList<>();
        sections.forEach(section -> rows.addAll(rows(section)));
        WideTable wide = new WideTable(rows.stream().map(Row::label).toList());
        for (String arm : sections.get(0).arms()) {
            String name = arm.equals(ResultKey.ALL_ARMS) ? words.get("baseline.all-arms") : arm;
            wide.column(
                    words.get("baseline.arm", name, people(arm)),
                    rows.stream().map(row -> row.arm().apply(arm)).toList());
        }
        List<Section.Contrast> contrasts = sections.get(0).contrasts();
        for (Section.Contrast contrast : contrasts) {
            String all = words.get("baseline.difference-of", contrast.group(), contrast.reference());
            wide.note(
                    contrasts.size() == 1 ? words.get("baseline.difference-short") : all,
                    rows.stream().map(row -> row.contrast().apply(contrast)).toList());
        }
        return wide.blocks();
    }

    private String people(String arm) {
        return sections.stream()
                .map(section -> section.first(arm, Measure.COUNT).orElseThrow())
                .flatMap(counts -> counts.value(Statistic.RANDOMISED).stream())
                .findFirst()
                .map(BaselineTable::whole)
                .orElse(words.get("note." + CellPolicy.NOTE));
    }

    private List<Row> rows(Section section) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(heading(section), any -> "", contrast -> difference(section, contrast)));
        rows.addAll(section.isAmount() ? amount(section) : levels(section));
        boolean complete = section.arms().stream().allMatch(arm -> counts(section, arm)
                .value(Statistic.MISSING)
                .filter(missing -> missing == 0)
                .isPresent());
        if (!complete) {
            rows.add(Row.ofArms(
                    words.get("count.missing"),
                    arm -> shown(counts(section, arm).cells().get(Statistic.MISSING), BaselineTable::whole)));
        }
        return rows;
    }

    private String heading(Section section) {
        String label = table.label(section.outcome());
        Optional<Unit> unit = section.isAmount()
                ? section.first(ResultKey.ALL_ARMS, Measure.SUMMARY)
                        .map(summary -> summary.cells().get(Statistic.MEAN).unit())
                        .filter(any -> any != Unit.NONE)
                : Optional.empty();
        return unit.map(of -> words.get("baseline.unit", label, new Stated(words).unit(of.id())))
                .orElse(label);
    }

    private List<Row> amount(Section section) {
        double size = section.arms().stream()
                .flatMap(arm -> section.first(arm, Measure.SUMMARY).orElseThrow().value(Statistic.MEAN).stream())
                .reduce((first, last) -> last)
                .orElse(0.0);
        int decimals = Rounding.decimalsFor(size);
        return List.of(
                Row.ofArms(
                        words.get("baseline.mean"),
                        arm -> joined(section, arm, decimals, "baseline.mean.value", Statistic.MEAN, Statistic.SD)),
                Row.ofArms(
                        words.get("baseline.median"),
                        arm -> joined(
                                section,
                                arm,
                                decimals,
                                "baseline.median.value",
                                Statistic.MEDIAN,
                                Statistic.P25,
                                Statistic.P75)));
    }

    /** Several statistics of a summary in one cell, or one word where all are hidden or none exists. */
    private String joined(Section section, String arm, int decimals, String key, Statistic... statistics) {
        Result summary = section.first(arm, Measure.SUMMARY).orElseThrow();
        List<String> parts = new ArrayList<>();
        for (Statistic statistic : statistics) {
            parts.add(shown(summary.cells().get(statistic), value -> Rounding.decimals(value, decimals)));
        }
        return summary.value(statistics[0]).isEmpty() ? parts.get(0) : words.get(key, parts.toArray());
    }

    private List<Row> levels(Section section) {
        List<Row> rows = new ArrayList<>();
        for (String term : terms(section)) {
            rows.add(Row.ofArms(Names.shownValue(term), arm -> {
                Cell count =
                        section.of(arm, Measure.COUNT, "", term).get(0).cells().get(Statistic.EVENTS);
                Cell share = section.of(arm, Measure.PROPORTION, "", term)
                        .get(0)
                        .cells()
                        .get(Statistic.ESTIMATE);
                return count.value().isEmpty()
                        ? shown(count, BaselineTable::whole)
                        : words.get(
                                "baseline.count.value",
                                shown(count, BaselineTable::whole),
                                shown(share, value -> words.get("percent.value", Rounding.percent(value))));
            }));
        }
        return rows;
    }

    private static List<String> terms(Section section) {
        return section.results().stream()
                .filter(result -> result.key().measure() == Measure.COUNT)
                .map(result -> result.key().term())
                .filter(term -> !term.isEmpty())
                .distinct()
                .toList();
    }

    private String difference(Section section, Section.Contrast like) {
        return section.contrasts().stream()
                .filter(contrast -> contrast.group().equals(like.group())
                        && contrast.reference().equals(like.reference()))
                .findFirst()
                .map(contrast -> contrast.results().get(0).cells().get(Statistic.ESTIMATE))
                .map(cell -> shown(cell, value -> Rounding.decimals(value, 2)))
                .orElseThrow();
    }

    private static Result counts(Section section, String arm) {
        return section.first(arm, Measure.COUNT).orElseThrow();
    }

    private String shown(Cell cell, Function<Double, String> number) {
        if (cell.value().isPresent()) {
            return number.apply(cell.value().getAsDouble());
        }
        return words.get(cell.note().equals(CellPolicy.NOTE) ? "note." + CellPolicy.NOTE : "baseline.none");
    }

    private static String whole(double value) {
        return Rounding.decimals(value, 0);
    }
}
