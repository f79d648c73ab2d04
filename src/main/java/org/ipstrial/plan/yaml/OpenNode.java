package org.ipstrial.plan.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;

/** A list or mapping whose end has not come yet. */
final class OpenNode {

    private final boolean mapping;
    private final int line;
    private final int column;
    private final List<YamlNode> items = new ArrayList<>();
    private final List<YamlNode.Entry> entries = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private YamlNode key;

    OpenNode(boolean mapping, int line, int column) {
        this.mapping = mapping;
        this.line = line;
        this.column = column;
    }

    /** Takes the next value; of a mapping the next key or the value of that key. */
    void add(YamlNode node, String file, Findings findings) {
        if (!mapping) {
            items.add(node);
        } else if (key == null) {
            key = node;
        } else {
            entry(node, file, findings);
            key = null;
        }
    }

    private void entry(YamlNode value, String file, Findings findings) {
        Location where = Location.line(file, key.line());
        if (!(key instanceof YamlNode.Scalar name)) {
            if (!(key instanceof YamlNode.Refused)) {
                findings.add(FindingCode.E410, where, "a list or mapping as a key", "a word", "write a word");
            }
            return;
        }
        if (name.plain() && name.text().equals("<<")) {
            findings.add(FindingCode.E405, where, "the merge key <<", "write the values out");
            return;
        }
        Integer first = lines.putIfAbsent(name.text(), name.line());
        if (first == null) {
            entries.add(new YamlNode.Entry(name, value));
        } else {
            findings.add(FindingCode.E407, where, PlanWords.cut(name.text()), first);
        }
    }

    /** The finished value. */
    YamlNode close() {
        return mapping
                ? new YamlNode.Mapping(List.copyOf(entries), line, column)
                : new YamlNode.Items(List.copyOf(items), line, column);
    }
}
