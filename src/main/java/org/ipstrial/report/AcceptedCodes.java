package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.ResultTable;

/** What was accepted, and why, at the end of a report. */
public final class AcceptedCodes {

    private static final String BY_PLAN = "allowed.";

    private AcceptedCodes() {}

    /** A report with the codes that the user or the plan accepted, each with the reason. */
    public static Report on(Report report, ResultTable table, Language language) {
        Words words = Words.of(language);
        List<Block> blocks = new ArrayList<>(report.blocks());
        Map<String, Object> settings = table.settings();
        if (settings.containsKey("allowed")) {
            blocks.add(new Block.Paragraph(
                    words.get("accepted", settings.get("allowed"), settings.get("allowed-because"))));
        }
        settings.forEach((name, reason) -> {
            if (name.startsWith(BY_PLAN)) {
                blocks.add(
                        new Block.Paragraph(words.get("accepted.by-plan", name.substring(BY_PLAN.length()), reason)));
            }
        });
        return new Report(blocks).in(language);
    }
}
