package org.ipstrial.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.SheetText;
import org.ipstrial.finding.VisibleText;
import org.ipstrial.plan.yaml.PlanValue;

/** Reads {@code LABEL=EVENTS/N}. */
final class GivenCounts {

    private static final Pattern COUNTS = Pattern.compile("(.+)=([0-9]{1,9})/([0-9]{1,9})");
    private static final Pattern RANDOMISED = Pattern.compile("(.+)=([0-9]{1,9})");
    private static final Pattern PERCENTAGE = Pattern.compile("(?:.+=)?[0-9]+(?:[.,][0-9]+)?\\s*%?");

    private GivenCounts() {}

    /**
     * The counts by label, in the order given.
     *
     * @throws org.ipstrial.finding.RefusedException with everything that is wrong
     */
    static Map<String, EventCounts> parse(List<String> texts) {
        Findings findings = new Findings();
        Map<String, EventCounts> counts = new LinkedHashMap<>();
        for (String text : texts) {
            Matcher matcher = COUNTS.matcher(text);
            if (!matcher.matches()) {
                if (PERCENTAGE.matcher(text).matches()) {
                    findings.add(FindingCode.E007, Location.COMMAND_LINE, text);
                } else {
                    refuse(findings, text, "wanted LABEL=EVENTS/N with whole numbers");
                }
                continue;
            }
            String label = matcher.group(1).strip();
            if (!VisibleText.isVisible(label) || SheetText.isFormula(label) || label.length() > PlanValue.LONGEST) {
                refuse(findings, Shown.cut(text), "wanted a label of one line that no spreadsheet runs");
                continue;
            }
            int events = Integer.parseInt(matcher.group(2));
            int assessed = Integer.parseInt(matcher.group(3));
            if (events > assessed || assessed == 0) {
                refuse(findings, text, "wanted at least one person, and no more events than people");
            } else if (counts.put(label, new EventCounts(assessed, assessed, events)) != null) {
                refuse(findings, text, "wanted each label once");
            }
        }
        if (!findings.refuse() && counts.size() < 2) {
            refuse(findings, String.join(" ", texts), "wanted two arms or more");
        }
        findings.throwIfRefused();
        return counts;
    }

    /**
     * The same counts with how many were randomised to each arm.
     *
     * @param counts those assessed, by label
     * @param texts  each {@code LABEL=N}
     * @throws org.ipstrial.finding.RefusedException with everything that is wrong
     */
    static Map<String, EventCounts> randomised(Map<String, EventCounts> counts, List<String> texts) {
        Findings findings = new Findings();
        Map<String, EventCounts> all = new LinkedHashMap<>();
        for (String text : texts) {
            Matcher matcher = RANDOMISED.matcher(text);
            EventCounts assessed =
                    matcher.matches() ? counts.get(matcher.group(1).strip()) : null;
            if (assessed == null) {
                refuseRandomised(findings, text, "LABEL=N, of " + String.join(", ", counts.keySet()));
            } else if (Integer.parseInt(matcher.group(2)) < assessed.assessed()) {
                refuseRandomised(findings, text, "at least the " + assessed.assessed() + " who were assessed");
            } else if (all.put(
                            matcher.group(1).strip(),
                            new EventCounts(Integer.parseInt(matcher.group(2)), assessed.assessed(), assessed.events()))
                    != null) {
                refuseRandomised(findings, text, "each label once");
            }
        }
        if (!findings.refuse() && all.size() < counts.size()) {
            List<String> lacking = counts.keySet().stream()
                    .filter(label -> !all.containsKey(label))
                    .toList();
            refuseRandomised(findings, String.join(",", texts), "a number for " + String.join(", ", lacking) + " too");
        }
        findings.throwIfRefused();
        return all;
    }

    private static void refuseRandomised(Findings findings, String text, String wanted) {
        findings.add(FindingCode.E013, Location.COMMAND_LINE, "--randomised", Shown.cut(text), wanted);
    }

    private static void refuse(Findings findings, String text, String wanted) {
        findings.add(FindingCode.E008, Location.COMMAND_LINE, text, wanted);
    }
}
