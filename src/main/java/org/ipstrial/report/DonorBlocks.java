package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/**
 * How near donors were where amounts were imputed by matching, variable by variable and arm by arm.
 *
 * @param table the table that the results are of
 */
record DonorBlocks(Words words, ResultTable table) {

    /** A table and how to read it, if anything was matched. */
    List<Block> blocks(Section section) {
        List<List<String>> rows = new ArrayList<>();
        for (Result result : section.results()) {
            ResultKey key = result.key();
            if (key.measure() == Measure.DONOR_DISTANCE
                    && Names.parts(key.term()).size() == 2) {
                rows.add(row(section, result));
            }
        }
        return rows.isEmpty()
                ? List.of()
                : List.of(
                        new Block.Table(
                                List.of(
                                        words.get("donors.variable"),
                                        words.get("donors.people"),
                                        words.get("donors.missing"),
                                        words.get("donors.beyond"),
                                        words.get("donors.pull"),
                                        words.get("donors.share")),
                                List.of(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT),
                                rows),
                        new Block.Paragraph(words.get("donors.reading")));
    }

    private List<String> row(Section section, Result result) {
        ResultKey key = result.key();
        double pull = result.value(Statistic.ESTIMATE).orElseThrow();
        ResultKey ofBeyond = key.withTerm(key.term() + ";" + Names.pair("donors", "beyond"));
        double beyond = section.results().stream()
                .filter(other -> other.key().equals(ofBeyond))
                .findFirst()
                .orElseThrow()
                .value(Statistic.ESTIMATE)
                .orElseThrow();
        return List.of(
                table.label(Names.parts(key.term()).get(1)),
                key.group().isEmpty() ? words.get("imputed.all-arms") : key.group(),
                Rounding.whole(result.value(Statistic.MISSING).orElseThrow().longValue()),
                Rounding.decimals(beyond, 1),
                Rounding.ratio(pull),
                words.percent(result.value(Statistic.STATISTIC).orElseThrow()));
    }
}
