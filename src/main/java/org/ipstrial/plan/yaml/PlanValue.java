package org.ipstrial.plan.yaml;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.SheetText;
import org.ipstrial.finding.VisibleText;

/**
 * One value of a plan, read as what is wanted of it. What cannot be read so is told with its line, and the answer is
 * nothing.
 */
public final class PlanValue {

    /** The longest text that a label or name may be, in characters. */
    public static final int LONGEST = 200;

    private static final int LONGEST_PROSE = 10_000;

    private final YamlNode node;
    private final String path;
    private final String file;
    private final Findings findings;

    PlanValue(YamlNode node, String path, String file, Findings findings) {
        this.node = node;
        this.path = path;
        this.file = file;
        this.findings = findings;
    }

    /** The whole of a plan. */
    public static PlanValue root(YamlNode node, String file, Findings findings) {
        return new PlanValue(node, "", file, findings);
    }

    /** Where it stands. */
    public Location where() {
        return Location.cell(file, node.line(), path, path.isEmpty() ? 0 : node.column());
    }

    /** Adds a finding about it, once however often the value is read. */
    public void refuse(FindingCode code, Object... arguments) {
        if (!findings.hold(Finding.of(code, where(), arguments))) {
            findings.add(code, where(), arguments);
        }
    }

    /** A label or name: one line of at most {@value #LONGEST} characters, composed (NFC), no blanks at its ends. */
    public Optional<Sited<String>> text() {
        Optional<String> text = scalar("text").map(YamlNode.Scalar::text);
        if (text.filter(line -> !VisibleText.isVisible(line)).isPresent()) {
            refuse(FindingCode.E415, "holds characters that cannot be seen", "text on one line", "remove them");
            return Optional.empty();
        }
        Optional<String> line = text.map(PlanValue::composed);
        if (line.filter(SheetText::isFormula).isPresent()) {
            refuse(FindingCode.E415, "is a spreadsheet formula", "text that no spreadsheet runs", "begin it otherwise");
            return Optional.empty();
        }
        return line.flatMap(plain -> within(plain, LONGEST));
    }

    /** Text that may run over several lines, which are joined by blanks. */
    public Optional<String> prose() {
        return scalar("text")
                .map(scalar -> composed(scalar.text().replaceAll("\\s+", " ")))
                .flatMap(text -> within(text, LONGEST_PROSE))
                .map(Sited::value);
    }

    /** One of some words. */
    public Optional<Sited<String>> word(List<String> words) {
        return text().filter(text -> {
            boolean known = words.contains(text.value());
            if (!known) {
                refuse(
                        FindingCode.E412,
                        PlanWords.cut(text.value()),
                        PlanWords.listed(words),
                        PlanWords.nearest(text.value(), words));
            }
            return known;
        });
    }

    /** A whole number within limits. */
    public Optional<Sited<Long>> whole(long least, long most) {
        return new PlanNumber(this).whole(least, most);
    }

    /** A number above 0. */
    public Optional<Sited<Double>> positive() {
        return new PlanNumber(this).positive();
    }

    /** A confidence level: a fraction, as it is written. */
    public Optional<Sited<String>> level() {
        return new PlanNumber(this).level();
    }

    /** A number, as it is written. */
    public Optional<Sited<String>> number() {
        return new PlanNumber(this).any();
    }

    /** One text or a list of texts; an empty list is told. */
    public List<Sited<String>> texts() {
        if (!(node instanceof YamlNode.Items)) {
            return text().map(List::of).orElse(List.of());
        }
        List<PlanValue> items = items();
        if (items.isEmpty()) {
            refuse(FindingCode.E410, "an empty list", "at least one text", "write one, or leave the key out");
        }
        return items.stream().map(PlanValue::text).flatMap(Optional::stream).toList();
    }

    /** The values of a list, or the one value that stands here. */
    public List<PlanValue> oneOrMore() {
        return node instanceof YamlNode.Items ? items() : List.of(this);
    }

    /** The values of a list. */
    public List<PlanValue> items() {
        if (node instanceof YamlNode.Items list) {
            List<PlanValue> items = new ArrayList<>();
            for (YamlNode item : list.items()) {
                items.add(new PlanValue(item, path + "[" + (items.size() + 1) + "]", file, findings));
            }
            return items;
        }
        wrong("a list", "write each entry on a line of its own after '- '");
        return List.of();
    }

    /** The entries of a mapping whose keys are free, such as names of outcomes; in their order. */
    public List<NamedValue> entries() {
        List<NamedValue> entries = new ArrayList<>();
        if (!(node instanceof YamlNode.Mapping mapping)) {
            wrong("keys with values", "write 'key: value'");
            return entries;
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            String name = entry.key().text();
            new PlanValue(entry.key(), below(name), file, findings)
                    .text()
                    .ifPresent(key -> entries.add(
                            new NamedValue(key, new PlanValue(entry.value(), below(name), file, findings))));
        }
        return entries;
    }

    /** A mapping whose keys are known. */
    public Optional<Fields> fields() {
        if (node instanceof YamlNode.Mapping mapping) {
            return Optional.of(new Fields(this, mapping));
        }
        wrong("keys with values", "write 'key: value'");
        return Optional.empty();
    }

    /** Whether it is a list. */
    public boolean isList() {
        return node instanceof YamlNode.Items;
    }

    /** Whether it is keys with values. */
    public boolean isMapping() {
        return node instanceof YamlNode.Mapping;
    }

    /** Whether nothing stands here, not even an empty text. */
    boolean isNothing() {
        return node instanceof YamlNode.Scalar scalar && scalar.isNothing();
    }

    PlanValue child(String key, YamlNode value) {
        return new PlanValue(value, below(key), file, findings);
    }

    /** The name of a value below this one, for messages. */
    String below(String key) {
        return path.isEmpty() ? PlanWords.cut(key) : path + "." + PlanWords.cut(key);
    }

    private Optional<Sited<String>> within(String text, int longest) {
        if (text.length() > longest) {
            refuse(FindingCode.E415, "has " + text.length() + " characters", "at most " + longest, "shorten it");
            return Optional.empty();
        }
        if (text.isEmpty()) {
            wrong("text", "write it in");
            return Optional.empty();
        }
        return Optional.of(new Sited<>(text, where()));
    }

    Optional<YamlNode.Scalar> scalar(String wanted) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.isNothing()) {
            return Optional.of(scalar);
        }
        wrong(wanted, "write it in");
        return Optional.empty();
    }

    void wrong(String wanted, String mend) {
        if (!(node instanceof YamlNode.Refused)) {
            refuse(FindingCode.E410, shown(), wanted, mend);
        }
    }

    String shown() {
        return PlanWords.shown(node, path.isEmpty());
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }
}
