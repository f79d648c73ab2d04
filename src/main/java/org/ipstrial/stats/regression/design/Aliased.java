package org.ipstrial.stats.regression.design;

import java.util.List;

/**
 * A column that a model can do without, because it is a linear combination of others.
 *
 * @param name   its name
 * @param madeOf the columns that it is made of; none if it is zero throughout
 */
public record Aliased(String name, List<String> madeOf) {

    /** Copies the names. */
    public Aliased {
        madeOf = List.copyOf(madeOf);
    }
}
