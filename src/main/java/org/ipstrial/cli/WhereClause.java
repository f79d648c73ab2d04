package org.ipstrial.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.NearestName;
import org.ipstrial.finding.RefusedException;

/**
 * Levels to keep.
 *
 * @param column the column
 * @param levels the levels of it to keep
 */
record WhereClause(String column, Set<String> levels) {

    /**
     * Reads {@code COLUMN=LEVEL|LEVEL}.
     *
     * @throws RefusedException if it cannot be read
     */
    static WhereClause parse(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1) {
            throw RefusedException.of(
                    FindingCode.E009,
                    Location.COMMAND_LINE,
                    text,
                    "write for example --where \"diagnosis=bipolar|schizophrenia\"");
        }
        Set<String> levels =
                new LinkedHashSet<>(List.of(text.substring(equals + 1).split("\\|", -1)));
        return new WhereClause(text.substring(0, equals), levels);
    }

    /**
     * Those of some people at the levels.
     *
     * @throws RefusedException if a level does not occur among them
     */
    Cohort keep(Cohort people) {
        List<String> known = people.levels(column);
        for (String level : levels) {
            if (!known.contains(level)) {
                throw RefusedException.of(
                        FindingCode.E014,
                        Location.COMMAND_LINE,
                        text(),
                        level,
                        column,
                        known.isEmpty() ? "none" : String.join(", ", known),
                        NearestName.to(level, known)
                                .map(name -> "did you mean " + name + "?")
                                .orElse("give one of them"));
            }
        }
        return people.at(column, levels);
    }

    private String text() {
        return column + "=" + String.join("|", levels);
    }
}
