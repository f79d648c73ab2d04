package org.ipstrial.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.MissingRule;

/**
 * People with what was known of each at the start.
 *
 * @param people     they themselves
 * @param armColumn  the column of their arms
 * @param arms       the arms, in order
 * @param covariates what was known
 * @param strata     columns of the strata within which arms were balanced, if any
 * @param cluster    the column of the clusters in which people come, if they do
 */
public record AdjustedPeople(
        Cohort people,
        String armColumn,
        List<String> arms,
        List<Covariate> covariates,
        List<String> strata,
        Optional<String> cluster) {

    /** Copies the lists. */
    public AdjustedPeople {
        arms = List.copyOf(arms);
        covariates = List.copyOf(covariates);
        strata = List.copyOf(strata);
    }

    /** The names of the covariates. */
    List<String> names() {
        return covariates.stream().map(Covariate::name).toList();
    }

    /**
     * The answer of each to a yes/no outcome as 0 or 1, not a number where it is missing.
     *
     * @param rule what is done about missing answers; one that fills them does so in all arms alike
     */
    double[] answers(String outcome, MissingRule rule) {
        double missing = !rule.fills() ? Double.NaN : rule.fillsGroupWithEvents() ? 1 : 0;
        return people.answers(outcome).stream()
                .mapToDouble(answer -> answer.map(yes -> yes ? 1.0 : 0.0).orElse(missing))
                .toArray();
    }

    /** The amount of each, not a number where it is missing. */
    double[] amounts(String outcome) {
        return people.amountsByPerson(outcome);
    }

    /** The place of each one's arm among the arms. */
    int[] places() {
        return people.labels(armColumn).stream()
                .mapToInt(arm -> arm.map(arms::indexOf).orElse(-1))
                .toArray();
    }

    /** The number of each one's cluster among some people, from 0; whoever lacks a cluster is one alone. */
    Optional<int[]> clusters(int[] rows) {
        return cluster.map(column -> {
            List<String> labels = people.labelOfEach(column);
            return ClusterNumbers.of(Arrays.stream(rows).mapToObj(labels::get).toList());
        });
    }

    /** The crossed levels of the strata of each, of which a missing level is one. */
    List<List<Optional<String>>> stratumOfEach() {
        List<List<Optional<String>>> columns =
                strata.stream().map(people::labels).toList();
        return IntStream.range(0, people.size())
                .mapToObj(person ->
                        columns.stream().map(column -> column.get(person)).toList())
                .toList();
    }
}
