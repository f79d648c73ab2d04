package org.ipstrial.stats.regression.model;

import java.util.Arrays;
import java.util.List;
import org.ipstrial.stats.regression.algebra.ExtendedColumn;
import org.ipstrial.stats.regression.algebra.Triangle;
import org.ipstrial.stats.regression.design.DesignMatrix;

/**
 * The rows of a model's columns times the inverse of the triangle of its information, {@code z(i) = R'^-1 x(i)}: with the
 * weights of the rows these columns are orthonormal, so that sums over them lose nothing to a badly conditioned design.
 * Of a linear model each row is found from decimal numbers with 32 digits and rounded once.
 */
public final class OrthonormalRows {

    private final DesignMatrix design;
    private final Triangle information;
    private final List<ExtendedColumn> columns;

    private OrthonormalRows(FittedModel fit) {
        design = fit.design();
        information = fit.information();
        columns = information.isExtended()
                ? Arrays.stream(design.columns())
                        .map(ExtendedColumn::ofDecimals)
                        .toList()
                : List.of();
    }

    /** Those of a model. */
    public static OrthonormalRows of(FittedModel fit) {
        return new OrthonormalRows(fit);
    }

    /** One row. */
    public double[] row(int row) {
        double[] lacks = new double[design.width()];
        for (int j = 0; j < columns.size(); j++) {
            lacks[j] = columns.get(j).lack(row);
        }
        return information.solveTransposed(design.row(row), lacks);
    }

    /** The sum of the squares of one row: its leverage, but for the weight. */
    static double length(double[] row) {
        double squares = 0;
        for (double z : row) {
            squares += z * z;
        }
        return squares;
    }
}
