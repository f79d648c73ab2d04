package org.ipstrial.report;

import java.util.List;

/**
 * A report: blocks in reading order.
 *
 * @param blocks   the blocks
 * @param language the language that they are written in
 */
public record Report(List<Block> blocks, Language language) {

    /** Copies the blocks. */
    public Report {
        blocks = List.copyOf(blocks);
    }

    /** A report whose language is told when it is finished, and is English else. */
    public Report(List<Block> blocks) {
        this(blocks, Language.EN);
    }

    /** The finished report, with its numbers and days as a language writes them. */
    public Report in(Language finished) {
        return new Report(
                blocks.stream().map(block -> block.map(finished::written)).toList(), finished);
    }
}
