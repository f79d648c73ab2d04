package org.ipstrial.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Adjustments;
import org.ipstrial.catalogue.Catalogue;
import org.ipstrial.catalogue.Coverage;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.ReferenceValue;
import org.ipstrial.catalogue.ReferenceValues;
import org.ipstrial.report.Block.Align;

/** What is computed, by which formula, from which source, checked against what; in English, as the sources are. */
public final class MethodsReport {

    private static final String ADJUSTMENT = "p.adjusted";

    private MethodsReport() {}

    /** Every measure with its methods. */
    public static Report all() {
        List<Block> blocks = new ArrayList<>();
        for (Family<?> family : Catalogue.FAMILIES) {
            blocks.add(new Block.Heading(2, title(family)));
            List<List<String>> rows = new ArrayList<>();
            for (Method<?> method : family.methods()) {
                boolean isDefault = family.methods().indexOf(method) < family.defaults();
                rows.add(List.of(method.id(), isDefault ? "default" : "", method.name()));
            }
            blocks.add(list(rows));
        }
        blocks.add(new Block.Heading(2, ADJUSTMENT));
        blocks.add(list(adjustments().stream()
                .map(method -> List.of(method.id(), "", method.name()))
                .toList()));
        blocks.add(new Block.Paragraph("'ipstrial methods NAME' shows formula, source and checks of one of them."));
        return new Report(blocks);
    }

    /**
     * Everything about the methods of a name, or about all methods of a measure of that name.
     *
     * @return nothing if neither has the name
     */
    public static Optional<Report> of(String name) {
        List<Block> blocks = new ArrayList<>();
        for (Family<?> family : Catalogue.FAMILIES) {
            for (Method<?> method : family.methods()) {
                if (isCalled(name, family, method)) {
                    blocks.addAll(page(title(family), method));
                    blocks.addAll(checks(family, method));
                }
            }
        }
        for (Method<?> method : adjustments()) {
            if (method.id().equals(name) || name.equals(ADJUSTMENT)) {
                blocks.addAll(page(ADJUSTMENT, method));
                Catalogue.CHECKED.stream()
                        .filter(family -> family.methods().contains(method))
                        .forEach(family -> blocks.addAll(checks(family, method)));
            }
        }
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new Report(blocks));
    }

    /** Every adjustment of p-values. */
    static List<Method<?>> adjustments() {
        List<Method<?>> all = new ArrayList<>(Adjustments.ALL);
        all.add(Adjustments.DUNNETT);
        all.addAll(Adjustments.ORDERED);
        all.add(Adjustments.GRAPHICAL);
        return all;
    }

    private static boolean isCalled(String name, Family<?> family, Method<?> method) {
        return family.measure().id().equals(name) || (method.id().equals(name) && !name.isEmpty());
    }

    /** What the methods of a family measure, and of what where several families do. */
    static String title(Family<?> family) {
        boolean shared = Catalogue.FAMILIES.stream()
                        .filter(other -> other.measure() == family.measure()
                                && !other.input().inStrata())
                        .count()
                > 1;
        String scale = family.scale().map(measure -> " of the " + measure.id()).orElse("");
        return shared || family.input().inStrata()
                ? family.measure().id() + scale + ", " + family.input().words()
                : family.measure().id();
    }

    private static List<Block> page(String measure, Method<?> method) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, method.id().isEmpty() ? measure : measure + ": " + method.id()));
        blocks.add(new Block.Paragraph(sentence(method.name())));
        blocks.add(new Block.Verbatim(method.formula().strip().lines().toList()));
        blocks.add(new Block.Paragraph("Source: " + method.source()));
        blocks.add(new Block.Paragraph("When it is the wrong choice: " + method.caution()));
        return blocks;
    }

    private static String sentence(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + ".";
    }

    private static List<Block> checks(Family<?> family, Method<?> method) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (ReferenceValue value : ReferenceValues.all()) {
            if (family.isCheckedBy(value) && value.method().equals(method.id())) {
                numbers.merge(value.source(), 1, Integer::sum);
            }
        }
        List<List<String>> rows = new ArrayList<>();
        numbers.forEach((source, count) -> rows.add(List.of(Integer.toString(count), source)));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(List.of("numbers", "checked against"), List.of(Align.RIGHT, Align.LEFT), rows));
        blocks.addAll(coverage(family, method));
        return blocks;
    }

    private static List<Block> coverage(Family<?> family, Method<?> method) {
        List<List<String>> rows = Coverage.all().stream()
                .filter(row -> row.measure().equals(family.measure().id())
                        && row.method().equals(method.id()))
                .map(row -> List.of(
                        row.people(),
                        Rounding.percent(row.lowest()) + "%",
                        row.at(),
                        Rounding.percent(row.mean()) + "%"))
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        String grid = family.measure() == Measure.PROPORTION
                ? "true shares 0.01 to 0.99"
                : "arms as group+reference, both true shares 0.05 to 0.95";
        return List.of(
                new Block.Paragraph("How often the 95% interval holds the true value, by enumeration (" + grid
                        + "; an outcome without limits counts as missed):"),
                new Block.Table(
                        List.of("people", "lowest", "at", "mean"),
                        List.of(Align.RIGHT, Align.RIGHT, Align.LEFT, Align.RIGHT),
                        rows));
    }

    private static Block list(List<List<String>> rows) {
        return new Block.Table(List.of(), List.of(Align.LEFT, Align.LEFT, Align.LEFT), rows);
    }
}
