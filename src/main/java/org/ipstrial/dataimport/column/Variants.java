package org.ipstrial.dataimport.column;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.dataset.CodePointOrder;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;

/** Labels that may be one label spelt in two ways. */
final class Variants {

    private Variants() {}

    static void check(RawColumn column, Map<String, Long> counts, boolean arm, Findings findings) {
        FindingCode code = arm ? FindingCode.E211 : FindingCode.W211;
        Map<String, Map<String, Long>> byCase = grouped(counts, CellText::folded);
        byCase.values().stream()
                .filter(group -> group.size() > 1)
                .forEach(group -> findings.add(code, column.whole(), Shown.counts(group)));
        Map<String, Map<String, Long>> byLetters = grouped(counts, Variants::withoutNordicLetters);
        byLetters.values().stream()
                .filter(group ->
                        group.keySet().stream().map(CellText::folded).distinct().count() > 1)
                .forEach(group -> findings.add(FindingCode.W233, column.whole(), Shown.counts(group)));
    }

    private static Map<String, Map<String, Long>> grouped(Map<String, Long> counts, UnaryOperator<String> key) {
        Map<String, Map<String, Long>> groups = new TreeMap<>(CodePointOrder.INSTANCE);
        counts.forEach((label, count) -> groups.computeIfAbsent(
                        key.apply(label), any -> new TreeMap<>(CodePointOrder.INSTANCE))
                .put(label, count));
        return groups;
    }

    private static String withoutNordicLetters(String label) {
        return CellText.folded(label)
                .replace("\u00f8", "oe")
                .replace("\u00f6", "oe")
                .replace("\u00e5", "aa")
                .replace("\u00e6", "ae")
                .replace("\u00e4", "ae");
    }
}
