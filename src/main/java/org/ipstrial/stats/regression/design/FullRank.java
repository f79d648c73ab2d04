package org.ipstrial.stats.regression.design;

import java.util.List;
import org.ipstrial.stats.regression.algebra.ColumnRank;
import org.ipstrial.stats.regression.algebra.Triangle;

/**
 * The columns of a design that are not linear combinations of earlier ones, and the names of those that are.
 *
 * @param design  the columns that are kept, in order
 * @param aliased those that are not
 */
public record FullRank(DesignMatrix design, List<Aliased> aliased) {

    /** Copies the names. */
    public FullRank {
        aliased = List.copyOf(aliased);
    }

    /** The columns of a design that a model can use. */
    public static FullRank of(DesignMatrix design) {
        ColumnRank rank = ColumnRank.of(Triangle.of(design.columns()));
        List<Aliased> aliased = rank.dependent().entrySet().stream()
                .map(entry -> new Aliased(
                        design.names().get(entry.getKey()),
                        entry.getValue().stream().map(design.names()::get).toList()))
                .toList();
        return new FullRank(aliased.isEmpty() ? design : design.select(rank.kept()), aliased);
    }
}
