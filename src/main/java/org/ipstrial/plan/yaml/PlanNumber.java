package org.ipstrial.plan.yaml;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ipstrial.finding.FindingCode;

/**
 * A value of a plan where a number is wanted.
 *
 * @param value the value
 */
public record PlanNumber(PlanValue value) {

    /** As in JSON, or with the leading 0 left out; {@code 0123}, {@code 1:30} and {@code .nan} are no numbers. */
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:(?:0|[1-9][0-9]{0,30})(?:\\.[0-9]{0,30})?|\\.[0-9]{1,30})(?:[eE][-+]?[0-9]{1,3})?");

    /** A whole number within limits. */
    Optional<Sited<Long>> whole(long least, long most) {
        return number("a whole number").flatMap(number -> {
            boolean whole = number.stripTrailingZeros().scale() <= 0;
            if (whole
                    && number.compareTo(BigDecimal.valueOf(least)) >= 0
                    && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
                return Optional.of(new Sited<>(number.longValueExact(), value.where()));
            }
            value.refuse(FindingCode.E413, value.shown(), "a whole number from " + least + " to " + most);
            return Optional.empty();
        });
    }

    /** A number within limits, both included. */
    public Optional<Sited<Double>> between(double least, double most) {
        String wanted = "a number from " + plain(least) + " to " + plain(most);
        return number(wanted).flatMap(number -> {
            double held = number.doubleValue();
            if (held >= least && held <= most) {
                return Optional.of(new Sited<>(held, value.where()));
            }
            value.refuse(FindingCode.E413, value.shown(), wanted);
            return Optional.empty();
        });
    }

    private static String plain(double limit) {
        return BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
    }

    /** A number above 0 that is not too large to be held. */
    Optional<Sited<Double>> positive() {
        return number("a number above 0").flatMap(number -> {
            double held = number.doubleValue();
            if (held > 0 && held < Double.POSITIVE_INFINITY) {
                return Optional.of(new Sited<>(held, value.where()));
            }
            value.refuse(FindingCode.E413, value.shown(), "a number above 0");
            return Optional.empty();
        });
    }

    /** A confidence level: a fraction, as it is written. A number that could be a percentage is taken for one. */
    Optional<Sited<String>> level() {
        return number("a number strictly between 0 and 1").flatMap(level -> {
            if (level.signum() > 0 && level.compareTo(BigDecimal.ONE) < 0) {
                return Optional.of(new Sited<>(level.toPlainString(), value.where()));
            }
            boolean percentage = level.compareTo(BigDecimal.ONE) >= 0 && level.compareTo(BigDecimal.valueOf(100)) < 0;
            BigDecimal percent = percentage ? level : BigDecimal.valueOf(95);
            value.refuse(
                    FindingCode.E414,
                    value.shown(),
                    percent.toPlainString(),
                    percent.movePointLeft(2).stripTrailingZeros().toPlainString());
            return Optional.empty();
        });
    }

    /** Any number, as it is written. */
    Optional<Sited<String>> any() {
        return number("a number").map(number -> new Sited<>(number.toString(), value.where()));
    }

    private Optional<BigDecimal> number(String wanted) {
        Optional<YamlNode.Scalar> scalar = value.scalar(wanted);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        if (!scalar.get().plain() || !NUMBER.matcher(scalar.get().text()).matches()) {
            String mend = scalar.get().plain() ? "write digits, with a point for the decimals" : "leave the quotes out";
            value.wrong(wanted, mend);
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(scalar.get().text()));
    }
}
