package org.ipstrial.plan.yaml;

import java.util.List;
import org.ipstrial.finding.NearestName;

/** What messages about plans say in the same words. */
public final class PlanWords {

    private static final int SHOWN = 40;

    private PlanWords() {}

    /** Words in a row, signs among them in quotes. */
    public static String listed(List<String> words) {
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

    /** A value as messages show it; the whole of a file that is one text may be data, which are not shown. */
    static String shown(YamlNode node, boolean wholeFile) {
        if (node instanceof YamlNode.Items) {
            return "a list";
        }
        if (node instanceof YamlNode.Mapping) {
            return "a mapping";
        }
        if (wholeFile) {
            return "a text";
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) node;
        return scalar.isNothing() || scalar.text().isEmpty() ? "nothing" : "'" + cut(scalar.text()) + "'";
    }
}
