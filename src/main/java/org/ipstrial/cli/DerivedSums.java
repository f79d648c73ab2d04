package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.dataimport.CovariateRequest;
import org.ipstrial.dataimport.CovariateRequest.Kind;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.SumOf;

/**
 * Outcomes and covariates that are sums, as {@code --derive} gives them.
 *
 * @param sums the sums, in the order given
 */
record DerivedSums(List<SumOf> sums) {

    private static final String DERIVE = "--derive";

    /** Copies the sums. */
    DerivedSums {
        sums = List.copyOf(sums);
    }

    /**
     * Reads what the user gives.
     *
     * @throws RefusedException if a text is no sum, or a sum is given twice or made of another
     */
    static DerivedSums parse(String option, List<String> texts) {
        List<SumOf> sums = new ArrayList<>();
        for (String text : texts) {
            sums.add(SumOf.parse(text)
                    .orElseThrow(() -> RefusedException.of(
                            FindingCode.E013,
                            Location.COMMAND_LINE,
                            option,
                            Shown.cut(text),
                            "a name and the different columns it is the sum of, such as income=wages+benefits")));
        }
        DerivedSums all = new DerivedSums(sums);
        Set<String> names = new LinkedHashSet<>();
        for (SumOf sum : sums) {
            if (!names.add(sum.name()) || all.parts().contains(sum.name())) {
                throw OptionChecks.wrong(
                        DERIVE + " names " + sum.name() + " twice",
                        "wanted each sum once, of columns that are no sums");
            }
        }
        return all;
    }

    /**
     * Refuses sums that the imputation has nothing to do with, or whose part is known too late to say anything of.
     *
     * @param id       the column of ids, which is never a part
     * @param outcomes the outcomes that are analysed
     * @param named    the covariates
     * @throws RefusedException if there is any of it
     */
    void check(String id, List<String> outcomes, List<String> named) {
        DataOptions.refuseIds(id, DERIVE, parts());
        for (SumOf sum : sums) {
            boolean ofOutcome = outcomes.contains(sum.name());
            if (ofOutcome == named.contains(sum.name())) {
                throw OptionChecks.wrong(
                        DERIVE + " names " + sum.name() + ", which is "
                                + (ofOutcome ? "an outcome and a covariate" : "neither an outcome nor a covariate"),
                        "wanted one of the two, under --outcome or --covariates");
            }
            sum.parts().stream()
                    .filter(part -> !ofOutcome && outcomes.contains(part))
                    .findFirst()
                    .ifPresent(part -> {
                        throw OptionChecks.wrong(
                                DERIVE + " makes the covariate " + sum.name() + " of the outcome " + part,
                                "wanted covariates that an outcome is no part of");
                    });
        }
    }

    /** The parts of all, each once. */
    List<String> parts() {
        Set<String> parts = new LinkedHashSet<>();
        sums.forEach(sum -> parts.addAll(sum.parts()));
        return List.copyOf(parts);
    }

    /**
     * The covariates to read: those that are named, and the parts, all sums and parts as amounts.
     *
     * @throws RefusedException if the user says that one is a category
     */
    List<CovariateRequest> requests(List<CovariateRequest> named) {
        List<String> parts = parts();
        List<CovariateRequest> requests = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (CovariateRequest request : named) {
            boolean sums = parts.contains(request.name())
                    || sums().stream().anyMatch(sum -> sum.name().equals(request.name()));
            if (sums && request.kind().equals(Optional.of(Kind.CATEGORY))) {
                throw OptionChecks.wrong(
                        request.name() + " is named by --categories and " + DERIVE, "wanted amounts to add");
            }
            names.add(request.name());
            requests.add(sums ? CovariateRequest.of(request.name(), Optional.of(Kind.AMOUNT)) : request);
        }
        parts.stream()
                .filter(part -> !names.contains(part))
                .map(part -> CovariateRequest.of(part, Optional.of(Kind.AMOUNT)))
                .forEach(requests::add);
        return requests;
    }
}
