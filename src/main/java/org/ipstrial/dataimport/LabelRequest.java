package org.ipstrial.dataimport;

import java.util.Objects;
import java.util.Optional;
import org.ipstrial.plan.codes.CodeMap;

/**
 * A column of labels that is asked for.
 *
 * @param name   its name in what is read
 * @param column its name in the file
 * @param codes  what its codes mean; a value that they do not name is refused. Without them the file holds the labels
 */
public record LabelRequest(String name, String column, Optional<CodeMap> codes) {

    /** Checks that nothing is null. */
    public LabelRequest {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(codes, "codes");
    }

    /** A column read as it stands, under its own name. */
    public static LabelRequest of(String column) {
        return new LabelRequest(column, column, Optional.empty());
    }
}
