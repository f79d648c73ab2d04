package org.ipstrial.stats.regression.ordinal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.GeneralisedLinearModel;
import org.ipstrial.stats.regression.model.Logistic;
import org.ipstrial.stats.regression.model.ModelData;

/** The logistic models of being above each level of an ordered outcome. */
final class BinaryCuts {

    private BinaryCuts() {}

    /** The columns with an intercept before them. */
    static DesignMatrix design(OrdinalData data) {
        List<String> names = new ArrayList<>(List.of(DesignMatrix.INTERCEPT));
        names.addAll(data.design().names());
        double[] ones = new double[data.design().rows()];
        Arrays.fill(ones, 1);
        double[][] columns = new double[names.size()][];
        columns[0] = ones;
        System.arraycopy(data.design().columns(), 0, columns, 1, names.size() - 1);
        return new DesignMatrix(names, columns);
    }

    /** The model of being above a level. */
    static Fit above(OrdinalData data, DesignMatrix design, int level) {
        double[] y =
                Arrays.stream(data.level()).mapToDouble(k -> k > level ? 1 : 0).toArray();
        return GeneralisedLinearModel.of(Logistic.RESPONSE, ModelData.of(design, y));
    }
}
