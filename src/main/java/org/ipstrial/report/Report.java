package org.ipstrial.report;

import java.util.List;
import java.util.Objects;

/**
 * A report: blocks in reading order.
 *
 * @param blocks   the blocks
 * @param language the language that they are written in
 * @param banner   what every page says of itself before all else, or empty
 * @param contents the headings that a table of contents lists; none where it needs no such table
 */
public record Report(List<Block> blocks, Language language, String banner, List<Block.Heading> contents) {

    /** Copies the blocks. */
    public Report {
        blocks = List.copyOf(blocks);
        contents = List.copyOf(contents);
        Objects.requireNonNull(banner, "banner");
    }

    /** A report whose language is told when it is finished, and is English else. */
    public Report(List<Block> blocks) {
        this(blocks, Language.EN, "", List.of());
    }

    /** The finished report, with its numbers and days as a language writes them. */
    public Report in(Language finished) {
        return new Report(
                blocks.stream().map(block -> block.map(finished::written)).toList(),
                finished,
                banner,
                contents.stream()
                        .map(heading -> new Block.Heading(heading.level(), finished.written(heading.text())))
                        .toList());
    }
}
