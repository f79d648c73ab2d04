package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;

/**
 * The tests of all arms at once: what they ask, and that they do not say which arm differs.
 *
 * @param words   the words
 * @param table   all results, and what columns are called
 * @param section the results
 */
record AllArmsLines(Words words, ResultTable table, Section section) {

    private static final int LARGEST_IN_WORDS = 9;

    /** A line for each test, none where the arms are two. */
    List<Block> blocks() {
        List<Result> tests = section.overAllArms();
        if (tests.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        // No test of all arms has a side.
        TestLines lines = new TestLines(words, false);
        for (Result test : tests) {
            blocks.add(lines.of(over(test) + " ", test, Optional.empty()));
        }
        blocks.add(new Block.Paragraph(words.get(tests.size() == 1 ? "arms.not-which.one" : "arms.not-which")));
        return blocks;
    }

    /** That something is of all arms, with their number. */
    String over() {
        return words.get("arms.over", number(section.arms().size()));
    }

    private String over(Result test) {
        return Names.isStrata(test.key().term())
                ? words.get(
                        "arms.over.strata",
                        number(section.arms().size()),
                        new StrataBlocks(words, table, section).columns(test))
                : over();
    }

    private String number(int arms) {
        return arms <= LARGEST_IN_WORDS ? words.get("arms." + arms) : String.valueOf(arms);
    }

    /** Whether a result asks whether the arms differ at all. */
    static boolean isOverAllArms(Result result) {
        return result.key().measure() == Measure.TEST
                && !ProportionalityBlocks.isCheck(result)
                && result.key().group().isEmpty()
                && result.key().reference().isEmpty();
    }
}
