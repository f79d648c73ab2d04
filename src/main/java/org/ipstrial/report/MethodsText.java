package org.ipstrial.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.catalogue.Catalogue;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.report.Block.Align;

/** The methods that results came by, each with its source. */
final class MethodsText {

    private MethodsText() {}

    /** A row for each measure and method of the results, in the order of the catalogue. */
    static Block of(Words words, List<ResultTable> tables) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Family<?> family : Catalogue.FAMILIES) {
            for (Method<?> method : family.methods()) {
                if (tables.stream()
                        .flatMap(table -> table.results().stream())
                        .anyMatch(result -> by(result, family, method))) {
                    rows.putIfAbsent(
                            family.measure().id() + " " + method.name(),
                            List.of(
                                    family.measure().id(),
                                    method.id(),
                                    words.methods().of(family, method),
                                    method.source()));
                }
            }
        }
        return new Block.Table(
                List.of(
                        words.get("report.methods.measure"),
                        words.get("report.methods.method"),
                        words.get("report.methods.name"),
                        words.get("report.methods.source")),
                List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT),
                new ArrayList<>(rows.values()));
    }

    private static boolean by(Result result, Family<?> family, Method<?> method) {
        return result.key().measure() == family.measure()
                && result.key().method().equals(method.id())
                && MethodNames.known(result)
                        .map(known -> known.method().name())
                        .filter(method.name()::equals)
                        .isPresent();
    }
}
