package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;

/**
 * Of a programme what goes by days: the first contact with an employer, and support.
 *
 * @param say how results are written
 */
record CaseloadTimes(CaseloadWords say) {

    /** The first contact is drawn for this many times the days within which it is to come, where most of it happens. */
    private static final int SHOWN = 6;

    private static final String CONTACT = "cause=employer-contact";
    private static final String LEFT = "cause=left";

    /** How soon employers are talked to. */
    List<Block> contact() {
        Optional<Result> counts = say.find("first-employer-contact", "", Measure.COUNT, "", "");
        if (counts.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        String within = String.valueOf(say.table().settings().get("within"));
        blocks.add(new Block.Heading(2, say.words().get("caseload.contact")));
        say.find("first-employer-contact", "", Measure.CUMULATIVE_INCIDENCE, within, CONTACT)
                .ifPresentOrElse(
                        had -> blocks.add(new Block.Paragraph(say.words()
                                .get(
                                        say.grouped() ? "caseload.contact.share-grouped" : "caseload.contact.share",
                                        within,
                                        say.estimate(had, say::percent),
                                        say.number(counts.get(), Statistic.ASSESSED),
                                        say.find(
                                                        "first-employer-contact",
                                                        "",
                                                        Measure.CUMULATIVE_INCIDENCE,
                                                        within,
                                                        LEFT)
                                                .map(left -> say.number(left, Statistic.ESTIMATE, say::percent))
                                                .orElseThrow()))),
                        () -> blocks.add(new Block.Paragraph(say.words().get("caseload.nobody"))));
        say.find("first-employer-contact", "", Measure.MEDIAN_TIME, "", CONTACT)
                .ifPresent(median -> blocks.add(new Block.Paragraph(
                        say.words().get("caseload.contact.median", say.estimate(median, CaseloadWords.DAYS)))));
        say.find("first-employer-contact", "", Measure.COUNT, "", LEFT)
                .filter(any -> !say.grouped())
                .ifPresent(left -> blocks.add(new Block.Paragraph(say.words()
                        .get(
                                "caseload.contact.counts",
                                say.number(counts.get(), Statistic.EVENTS),
                                say.number(counts.get(), Statistic.ASSESSED),
                                say.number(left, Statistic.EVENTS)))));
        if (!say.grouped()) {
            blocks.add(new Block.Paragraph(say.words().get("caseload.contact.rule")));
        }
        say.arm(
                        "first-employer-contact",
                        "",
                        "cumulative-incidence",
                        ";" + CONTACT,
                        "incidence",
                        "caseload.contact.line")
                .map(line -> line.upTo(SHOWN * ((Number) say.table().settings().get("within")).doubleValue()))
                .ifPresent(line -> blocks.add(say.plot("caseload.contact", true, List.of(line))));
        return blocks;
    }

    /** How long people are supported once they have a job. */
    List<Block> support() {
        Optional<Result> counts = say.find("support", "", Measure.COUNT, "", "");
        if (counts.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, say.words().get("caseload.support")));
        say.find("support", "", Measure.SURVIVAL, CaseloadWords.YEAR, "")
                .ifPresentOrElse(
                        still -> blocks.add(new Block.Paragraph(say.words()
                                .get(
                                        say.grouped() ? "caseload.support.share-grouped" : "caseload.support.share",
                                        say.number(counts.get(), Statistic.ASSESSED),
                                        say.estimate(still, say::percent),
                                        say.number(counts.get(), Statistic.EVENTS)))),
                        () -> blocks.add(new Block.Paragraph(say.words().get("caseload.nobody"))));
        say.find("support", "", Measure.MEDIAN_TIME, "", "")
                .ifPresent(median -> blocks.add(new Block.Paragraph(say.words()
                        .get(
                                "caseload.support.median",
                                say.estimate(median, CaseloadWords.DAYS),
                                say.find("support", "", Measure.RMST, CaseloadWords.YEAR, "")
                                        .map(mean -> say.estimate(mean, CaseloadWords.DAYS))
                                        .orElseThrow()))));
        if (!say.grouped()) {
            blocks.add(new Block.Paragraph(say.words().get("caseload.support.rule")));
        }
        say.arm("support", "", "survival", "", "survival", "caseload.support.line")
                .ifPresent(line -> blocks.add(say.plot("caseload.support", false, List.of(line))));
        return blocks;
    }
}
