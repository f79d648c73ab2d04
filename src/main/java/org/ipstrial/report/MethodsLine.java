package org.ipstrial.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.ResultTable;

/** The line that names every method that was used. */
final class MethodsLine {

    private MethodsLine() {}

    /** Names the methods of some measures, in that order. */
    static Block of(Words words, ResultTable table, List<Measure> measures) {
        StringJoiner line = new StringJoiner("; ");
        for (Measure measure : measures) {
            Set<String> names = new LinkedHashSet<>();
            table.results().stream()
                    .filter(result -> result.key().measure() == measure)
                    .forEach(result -> names.add(Phrases.method(result)));
            if (!names.isEmpty()) {
                line.add(words.get("methods.measure", words.get("measure." + measure.id()), String.join(", ", names)));
            }
        }
        return new Block.Paragraph(words.get("methods", line));
    }
}
