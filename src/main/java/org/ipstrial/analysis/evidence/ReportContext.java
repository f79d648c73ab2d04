package org.ipstrial.analysis.evidence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipstrial.dataset.claims.ArmClaim;
import org.ipstrial.dataset.claims.Claims;

/**
 * What other numbers of a report can explain one of them.
 *
 * @param claims  the claims of the report
 * @param rounded the number of which every count of the report is a multiple, as where counts are rounded to protect people;
 *     1 where there is none
 */
record ReportContext(Claims claims, long rounded) {

    /** Bases to which statistical offices round, the largest first. */
    private static final List<Long> BASES = List.of(10L, 5L, 3L);

    /** Counts that are all multiples by chance less often than this are told of. */
    private static final double RARE = 0.01;

    static ReportContext of(Claims claims) {
        List<Long> counts = counts(claims);
        long rounded = BASES.stream()
                .filter(base -> counts.stream().allMatch(count -> count % base == 0)
                        && StrictMath.pow(base, -counts.size()) < RARE)
                .findFirst()
                .orElse(1L);
        return new ReportContext(claims, rounded);
    }

    /** The different counts of a report that are not 0. */
    static List<Long> counts(Claims claims) {
        return claims.arms().stream()
                .flatMap(arm -> Stream.of(arm.randomised(), arm.n(), arm.events()))
                .flatMap(Optional::stream)
                .filter(count -> count > 0)
                .distinct()
                .sorted()
                .toList();
    }

    /** The claims of the arms of an outcome, without that of all arms together. */
    List<ArmClaim> arms(String outcome) {
        return claims.arms().stream()
                .filter(arm -> arm.outcome().equals(outcome) && !arm.arm().isEmpty())
                .toList();
    }

    /** The claim of an arm. */
    Optional<ArmClaim> arm(String outcome, String name) {
        return arms(outcome).stream().filter(arm -> arm.arm().equals(name)).findFirst();
    }

    /** Everybody with the event, in all arms, where every arm says how many. */
    Optional<Long> eventsOfAll(String outcome) {
        List<ArmClaim> arms = arms(outcome);
        return arms.size() > 1 && arms.stream().allMatch(arm -> arm.events().isPresent())
                ? Optional.of(arms.stream()
                        .mapToLong(arm -> arm.events().orElseThrow())
                        .sum())
                : Optional.empty();
    }

    /** Everybody of whom the numbers are, in all arms, where every arm says how many. */
    Optional<Long> peopleOfAll(String outcome) {
        List<ArmClaim> arms = arms(outcome);
        return arms.size() > 1 && arms.stream().allMatch(arm -> arm.n().isPresent())
                ? Optional.of(
                        arms.stream().mapToLong(arm -> arm.n().orElseThrow()).sum())
                : Optional.empty();
    }
}
