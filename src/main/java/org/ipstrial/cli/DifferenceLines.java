package org.ipstrial.cli;

import java.io.PrintWriter;
import java.util.List;
import org.ipstrial.finding.VisibleText;
import org.ipstrial.render.results.ResultsDifference;

/** What is other between two sets of results, for people to read. */
final class DifferenceLines {

    private DifferenceLines() {}

    /** Prints what changed around the numbers, what moved, and what only one of them has. */
    static void print(PrintWriter out, ResultsDifference difference) {
        print(out, "around the numbers", difference.around());
        print(out, "moved", difference.moved());
        print(out, "only in the first", difference.gone());
        print(out, "only in the second", difference.come());
    }

    private static void print(PrintWriter out, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            out.print(heading + ": " + lines.size() + "\n");
            lines.forEach(line -> out.print("  " + VisibleText.line(line) + "\n"));
        }
    }
}
