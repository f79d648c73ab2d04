package org.ipstrial.plan.simulation;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.PlanWords;

/**
 * A distribution as people write it: bands such as {@code 15-29} or single numbers such as {@code 37}, each with a
 * weight. Within a band every number of the grid is equally likely.
 *
 * @param bands the bands
 * @param grid  the numbers between one whole number and the next, counting one of them: 1 for whole numbers, 2 for halves
 */
public record Bands(Weighted<Band> bands, int grid) {

    private static final Pattern BAND =
            Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,2})?)(?: ?[-\u2013] ?([0-9]{1,6}(?:\\.[0-9]{1,2})?))?");

    /**
     * Numbers from one to another, both included, in steps of the grid.
     *
     * @param first the first step
     * @param last  the last step
     */
    public record Band(int first, int last) {}

    /**
     * Reads a mapping of bands to weights.
     *
     * @param value what stands in the plan
     * @param grid  1 for whole numbers, 2 for halves
     * @param least the least number that may be
     * @param most  the greatest
     */
    static Optional<Bands> read(PlanValue value, int grid, double least, double most) {
        return Weighted.read(value, entry -> band(entry, grid, least, most)).map(bands -> new Bands(bands, grid));
    }

    private static Optional<Band> band(NamedValue entry, int grid, double least, double most) {
        Matcher match = BAND.matcher(entry.name().value());
        if (match.matches()) {
            Optional<Integer> first = steps(match.group(1), grid);
            Optional<Integer> last = match.group(2) == null ? first : steps(match.group(2), grid);
            if (first.isPresent()
                    && last.isPresent()
                    && first.get() <= last.get()
                    && first.get() >= least * grid
                    && last.get() <= most * grid) {
                return Optional.of(new Band(first.get(), last.get()));
            }
        }
        entry.value()
                .refuse(
                        FindingCode.E410,
                        "'" + PlanWords.cut(entry.name().value()) + "'",
                        "a number or a band such as 20-30, in " + (grid == 1 ? "whole numbers" : "halves") + " from "
                                + new BigDecimal(least).toPlainString() + " to " + new BigDecimal(most).toPlainString(),
                        "write it before its weight");
        return Optional.empty();
    }

    private static Optional<Integer> steps(String number, int grid) {
        BigDecimal steps = new BigDecimal(number).multiply(BigDecimal.valueOf(grid));
        boolean whole = steps.stripTrailingZeros().scale() <= 0;
        return whole ? Optional.of(steps.intValueExact()) : Optional.empty();
    }

    /** The number at a step. */
    public double number(int step) {
        return (double) step / grid;
    }
}
