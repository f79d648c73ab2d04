package org.ipstrial.report;

import java.util.List;

/**
 * A report: blocks in reading order.
 *
 * @param blocks the blocks
 */
public record Report(List<Block> blocks) {

    /** Copies the blocks. */
    public Report {
        blocks = List.copyOf(blocks);
    }
}
