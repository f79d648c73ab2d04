package org.ipstrial.dataimport;

import java.util.Objects;
import java.util.Optional;
import org.ipstrial.plan.codes.CodeMap;

/**
 * A covariate that is asked for.
 *
 * @param name   its name in what is read
 * @param column its name in the file
 * @param kind   how its values are to be read; without it told from the values
 * @param codes  of a category what its codes mean, and the order of its levels
 */
public record CovariateRequest(String name, String column, Optional<Kind> kind, Optional<CodeMap> codes) {

    /** How the values of a covariate are read. */
    public enum Kind {
        /** Labels. */
        CATEGORY,
        /** Numbers. */
        AMOUNT,
        /** Numbers where there are many different ones; else nothing, because the column is read as labels. */
        AMOUNT_OF_MANY
    }

    /** Checks that nothing is null. */
    public CovariateRequest {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(codes, "codes");
    }

    /** A covariate named as its column, whose file holds the labels themselves. */
    public static CovariateRequest of(String column, Optional<Kind> kind) {
        return new CovariateRequest(column, column, kind, Optional.empty());
    }
}
