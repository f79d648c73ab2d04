package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/**
 * Of a programme which jobs match what people wished for, and how long the first is kept by that.
 *
 * @param say how results are written
 */
record CaseloadMatches(CaseloadWords say) {

    private static final String HALF_A_YEAR = "183";
    private static final String YES = "job_match=yes";
    private static final String NO = "job_match=no";

    /** Which jobs match what people wished for, and how long the first is kept by that. */
    List<Block> match() {
        Optional<Result> all = say.find("job-match", "", Measure.COUNT, "", "");
        if (all.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, say.words().get("caseload.match")));
        List<List<String>> shares = new ArrayList<>();
        for (String outcome : List.of("job-match", "first-job-match")) {
            Result counts = say.find(outcome, "", Measure.COUNT, "", "").orElseThrow();
            shares.add(List.of(
                    say.words().get("caseload.match." + outcome),
                    say.number(counts, Statistic.ASSESSED),
                    say.number(counts, Statistic.EVENTS),
                    say.find(outcome, "", Measure.PROPORTION, "", "")
                            .map(share -> say.inTable(share, say::percent))
                            .orElse(""),
                    say.number(counts, Statistic.MISSING)));
        }
        blocks.add(new Block.Table(
                List.of(
                        "",
                        say.words().get("caseload.match.known"),
                        say.words().get("caseload.match.matching"),
                        say.words().get("caseload.match.share", say.phrases().level(say.table())),
                        say.words().get("caseload.match.unknown")),
                List.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT),
                shares));
        blocks.add(new Block.Paragraph(say.words().get("caseload.match.rule")));
        blocks.add(new Block.Heading(2, say.words().get("caseload.tenure")));
        blocks.add(tenure());
        blocks.add(new Block.Paragraph(say.words().get("caseload.tenure.not-randomised")));
        List<CurvePlot.Arm> lines = new ArrayList<>();
        for (String stratum : List.of(YES, NO)) {
            say.arm(
                            "first-job-tenure",
                            stratum,
                            "survival",
                            "",
                            "survival",
                            "caseload.tenure." + Names.shownValue(stratum))
                    .ifPresent(lines::add);
        }
        if (!lines.isEmpty()) {
            blocks.add(say.plot("caseload.tenure", false, lines));
        }
        return blocks;
    }

    private Block tenure() {
        List<List<String>> rows = new ArrayList<>();
        for (String stratum : List.of(YES, NO)) {
            Result counts =
                    say.find("first-job-tenure", stratum, Measure.COUNT, "", "").orElseThrow();
            List<String> row = new ArrayList<>(List.of(
                    say.words().get("caseload.tenure." + Names.shownValue(stratum)),
                    say.number(counts, Statistic.ASSESSED),
                    say.number(counts, Statistic.EVENTS)));
            row.add(say.find("first-job-tenure", stratum, Measure.MEDIAN_TIME, "", "")
                    .map(median -> say.inTable(median, CaseloadWords.DAYS))
                    .orElse(""));
            for (String day : List.of(HALF_A_YEAR, CaseloadWords.YEAR)) {
                row.add(say.find("first-job-tenure", stratum, Measure.SURVIVAL, day, "")
                        .map(kept -> say.inTable(kept, say::percent))
                        .orElse(""));
            }
            rows.add(row);
        }
        return new Block.Table(
                List.of(
                        "",
                        say.words().get("caseload.tenure.people"),
                        say.words().get("caseload.tenure.ended"),
                        say.words().get("caseload.tenure.median", say.phrases().level(say.table())),
                        say.words()
                                .get(
                                        "caseload.tenure.kept",
                                        HALF_A_YEAR,
                                        say.phrases().level(say.table())),
                        say.words()
                                .get(
                                        "caseload.tenure.kept",
                                        CaseloadWords.YEAR,
                                        say.phrases().level(say.table()))),
                List.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT),
                rows);
    }
}
