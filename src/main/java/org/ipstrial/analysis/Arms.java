package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.NearestName;
import org.ipstrial.finding.RefusedException;

/**
 * The arms of a trial, by code point with the control last, or in the order of a plan.
 *
 * @param labels  all arms
 * @param control the reference arm, where one is named; never guessed
 */
public record Arms(List<String> labels, Optional<String> control) {

    /** Copies the labels. */
    public Arms {
        labels = List.copyOf(labels);
    }

    /**
     * The arms found, with the control that the user named.
     *
     * @param found   the labels in the data, by code point
     * @param control the label that the user gave, if any
     * @throws RefusedException if the control is not among the labels
     */
    public static Arms of(List<String> found, Optional<String> control) {
        if (control.isEmpty()) {
            return new Arms(found, control);
        }
        String reference = control.get();
        if (!found.contains(reference)) {
            String hint = NearestName.to(reference, found)
                    .map(name -> "did you mean " + name + "?")
                    .orElse("give one of them");
            throw RefusedException.of(
                    FindingCode.E004, Location.COMMAND_LINE, reference, String.join(", ", found), hint);
        }
        List<String> ordered = new ArrayList<>(found);
        ordered.remove(reference);
        ordered.add(reference);
        return new Arms(ordered, control);
    }

    /**
     * The arms in the order that the plan gives them.
     *
     * @param ordered all arms that occur
     * @param control the reference arm, one of them
     */
    public static Arms inOrder(List<String> ordered, String control) {
        return new Arms(ordered, Optional.of(control));
    }

    /**
     * The contrasts to compute: every arm against the control and, if asked, every other pair, whose reference is the
     * arm that comes earlier.
     *
     * @param all whether the other pairs are wanted too
     * @throws RefusedException if no control is named
     */
    public List<Contrast> contrasts(boolean all) {
        String reference = control.orElseThrow(
                () -> RefusedException.of(FindingCode.E003, Location.COMMAND_LINE, String.join(", ", labels)));
        List<String> others =
                labels.stream().filter(label -> !label.equals(reference)).toList();
        List<Contrast> contrasts = new ArrayList<>();
        for (String group : others) {
            contrasts.add(new Contrast(group, reference));
        }
        if (all) {
            for (int earlier = 0; earlier < others.size(); earlier++) {
                for (int later = earlier + 1; later < others.size(); later++) {
                    contrasts.add(new Contrast(others.get(later), others.get(earlier)));
                }
            }
        }
        return contrasts;
    }
}
