package org.ipstrial.analysis.imputation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.SumOf;
import org.ipstrial.stats.imputation.engine.Engine;

/**
 * How missing outcomes are imputed.
 *
 * @param imputations how many completed data sets, at least 2
 * @param iterations  how many rounds of the chained equations before each
 * @param together    whether all arms are imputed in one model that the arm is part of; else each arm alone
 * @param covariates  what they are imputed from, themselves imputed where they are missing
 * @param sums        outcomes and covariates that are never imputed but worked out from amounts that are
 */
public record ImputationRequest(
        int imputations,
        int iterations,
        boolean together,
        Engine amounts,
        List<Covariate> covariates,
        List<SumOf> sums) {

    /** The rule of results that come of imputation. */
    public static final String RULE = "multiple-imputation";

    /** Copies the covariates. */
    public ImputationRequest {
        covariates = List.copyOf(covariates);
        sums = List.copyOf(sums);
    }

    /** The same with other covariates. */
    public ImputationRequest from(List<Covariate> others) {
        return new ImputationRequest(imputations, iterations, together, amounts, others, sums);
    }

    /** The same with other sums. */
    public ImputationRequest summing(List<SumOf> others) {
        return new ImputationRequest(imputations, iterations, together, amounts, covariates, others);
    }

    /** The sums that the imputation of an outcome has to do with: itself, or covariates. */
    List<SumOf> sumsOf(String outcome) {
        return sums.stream()
                .filter(sum -> sum.name().equals(outcome) || isCovariate(sum.name()))
                .toList();
    }

    /** Whether a covariate has a name. */
    boolean isCovariate(String name) {
        return covariates.stream().anyMatch(covariate -> covariate.name().equals(name));
    }

    /** What results state of it. */
    Map<String, Object> stated() {
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("imputations", (long) imputations);
        stated.put("iterations", (long) iterations);
        stated.put("impute-arms", together ? "together" : "apart");
        stated.put("impute-amounts", amounts.id());
        sums.forEach(sum -> stated.put("sum." + sum.name(), sum.words()));
        return stated;
    }
}
