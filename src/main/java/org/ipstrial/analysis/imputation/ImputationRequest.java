package org.ipstrial.analysis.imputation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.outcome.Covariate;

/**
 * How missing outcomes are imputed.
 *
 * @param imputations how many completed data sets, at least 2
 * @param iterations  how many rounds of the chained equations before each
 * @param together    whether all arms are imputed in one model that the arm is part of; else each arm alone
 * @param covariates  what they are imputed from, themselves imputed where they are missing
 */
public record ImputationRequest(int imputations, int iterations, boolean together, List<Covariate> covariates) {

    /** The rule of results that come of imputation. */
    public static final String RULE = "multiple-imputation";

    /** Copies the covariates. */
    public ImputationRequest {
        covariates = List.copyOf(covariates);
    }

    /** The same with other covariates. */
    public ImputationRequest from(List<Covariate> others) {
        return new ImputationRequest(imputations, iterations, together, others);
    }

    /** What results state of it. */
    Map<String, Object> stated() {
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("imputations", (long) imputations);
        stated.put("iterations", (long) iterations);
        stated.put("impute-arms", together ? "together" : "apart");
        return stated;
    }
}
