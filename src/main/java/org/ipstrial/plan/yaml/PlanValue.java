package org.ipstrial.plan.yaml;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.NearestName;
import org.ipstrial.finding.VisibleText;

/**
 * One value of a plan, read as what is wanted of it. What cannot be read so is told with its line, and the answer is
 * nothing.
 */
public final class PlanValue {

    /** The longest text that a label or name may be, in characters. */
    public static final int LONGEST = 200;

    private static final int LONGEST_PROSE = 10_000;
    private static final int SHOWN = 40;

    /** As in JSON, or with the leading 0 left out; {@code 0123}, {@code 1:30} and {@code .nan} are no numbers. */
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:(?:0|[1-9][0-9]{0,30})(?:\\.[0-9]{0,30})?|\\.[0-9]{1,30})(?:[eE][-+]?[0-9]{1,3})?");

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

    /** Adds a finding about it. */
    public void refuse(FindingCode code, Object... arguments) {
        findings.add(code, where(), arguments);
    }

    /** A label or name: one line of at most {@value #LONGEST} characters, composed (NFC), no blanks at its ends. */
    public Optional<Sited<String>> text() {
        Optional<String> text = scalar("text").map(YamlNode.Scalar::text);
        if (text.filter(line -> !VisibleText.of(line).equals(line)).isPresent()) {
            refuse(FindingCode.E415, "holds characters that cannot be seen", "text on one line", "remove them");
            return Optional.empty();
        }
        return text.map(PlanValue::composed).flatMap(line -> within(line, LONGEST));
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
                refuse(FindingCode.E412, cut(text.value()), listed(words), nearest(text.value(), words));
            }
            return known;
        });
    }

    /** A whole number within limits. */
    public Optional<Sited<Long>> whole(long least, long most) {
        return number("a whole number").flatMap(number -> {
            boolean whole = number.stripTrailingZeros().scale() <= 0;
            if (whole
                    && number.compareTo(BigDecimal.valueOf(least)) >= 0
                    && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
                return Optional.of(new Sited<>(number.longValueExact(), where()));
            }
            refuse(FindingCode.E413, shown(), "a whole number from " + least + " to " + most);
            return Optional.empty();
        });
    }

    /** A confidence level: a fraction, as it is written. A number that could be a percentage is taken for one. */
    public Optional<Sited<String>> level() {
        return number("a number strictly between 0 and 1").flatMap(level -> {
            if (level.signum() > 0 && level.compareTo(BigDecimal.ONE) < 0) {
                return Optional.of(new Sited<>(level.toPlainString(), where()));
            }
            boolean percentage = level.compareTo(BigDecimal.ONE) >= 0 && level.compareTo(BigDecimal.valueOf(100)) < 0;
            BigDecimal percent = percentage ? level : BigDecimal.valueOf(95);
            refuse(
                    FindingCode.E414,
                    shown(),
                    percent.toPlainString(),
                    percent.movePointLeft(2).stripTrailingZeros().toPlainString());
            return Optional.empty();
        });
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
        return path.isEmpty() ? cut(key) : path + "." + cut(key);
    }

    /** Words in a row, signs among them in quotes. */
    private static String listed(List<String> words) {
        return String.join(
                ", ",
                words.stream()
                        .map(word -> Character.isLetterOrDigit(word.charAt(0)) ? word : "'" + word + "'")
                        .toList());
    }

    /** Advice to take the nearest of some names, if one is near. */
    public static String nearest(String typed, List<String> names) {
        return NearestName.to(typed, names)
                .map(name -> "did you mean " + name + "?")
                .orElse("write one of them");
    }

    /** The text, or its beginning and an ellipsis. */
    public static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "\u2026";
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

    private Optional<BigDecimal> number(String wanted) {
        Optional<YamlNode.Scalar> scalar = scalar(wanted);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        if (!scalar.get().plain() || !NUMBER.matcher(scalar.get().text()).matches()) {
            String mend = scalar.get().plain() ? "write digits, with a point for the decimals" : "leave the quotes out";
            wrong(wanted, mend);
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(scalar.get().text()));
    }

    private Optional<YamlNode.Scalar> scalar(String wanted) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.isNothing()) {
            return Optional.of(scalar);
        }
        wrong(wanted, "write it in");
        return Optional.empty();
    }

    private void wrong(String wanted, String mend) {
        if (!(node instanceof YamlNode.Refused)) {
            refuse(FindingCode.E410, shown(), wanted, mend);
        }
    }

    private String shown() {
        if (node instanceof YamlNode.Items) {
            return "a list";
        }
        if (node instanceof YamlNode.Mapping) {
            return "a mapping";
        }
        boolean nothing = isNothing() || ((YamlNode.Scalar) node).text().isEmpty();
        return nothing ? "nothing" : "'" + cut(((YamlNode.Scalar) node).text()) + "'";
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }
}
