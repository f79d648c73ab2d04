package org.ipstrial.dataimport.claims;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipstrial.dataset.claims.Printed;

/**
 * The number in a printed text. Papers print decimals with a raised dot too, a minus longer than the hyphen, and a percent
 * sign; none of these can be taken for anything else.
 */
public final class PrintedText {

    /** What a number must look like, for messages. */
    public static final String WANTED_NUMBER =
            "digits as printed, such as 18, 59.9 or -1.20, with at most six decimals";

    /** What a percentage must look like, for messages. */
    public static final String WANTED_PERCENTAGE = "a percentage from 0 to 100 as printed, such as 18 or 59.9%";

    /** What a p-value must look like, for messages. */
    public static final String WANTED_P = "a p-value from 0 to 1 as printed, such as 0.014 or <0.001";

    /** What a number of people must look like, for messages. */
    public static final String WANTED_COUNT = "a whole number of people of at most nine digits";

    private static final Pattern NUMBER = Pattern.compile("(-?)([0-9]{1,9}(?:\\.[0-9]{1,6})?|\\.[0-9]{1,6})( ?%)?");
    private static final Pattern RELATION = Pattern.compile("([<=>]) *(.*)");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private PrintedText() {}

    /** A number, with a percent sign or without. */
    public static Optional<Printed> number(String text, char decimal) {
        String plain = text.replace('\u00b7', '.').replace('\u2212', '-').replace('\u2013', '-');
        if (decimal == ',') {
            plain = plain.replace(',', '.');
        }
        Matcher matcher = NUMBER.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(matcher.group(1) + matcher.group(2));
        return Optional.of(new Printed(plain, value, '='));
    }

    /** A percentage. */
    public static Optional<Printed> percentage(String text, char decimal) {
        return number(text, decimal)
                .filter(printed ->
                        printed.value().signum() >= 0 && printed.value().compareTo(PERCENT) <= 0);
    }

    /** A p-value, which may be a bound. */
    public static Optional<Printed> pValue(String text, char decimal) {
        Matcher matcher = RELATION.matcher(text);
        char relation = matcher.matches() ? matcher.group(1).charAt(0) : '=';
        String rest = matcher.matches() ? matcher.group(2) : text;
        return number(rest, decimal)
                .filter(printed -> printed.value().signum() >= 0
                        && printed.value().compareTo(BigDecimal.ONE) <= 0
                        && !printed.isPercent())
                .map(printed -> new Printed(
                        relation == '=' ? printed.text() : relation + printed.text(), printed.value(), relation));
    }

    /** A number of people. */
    public static Optional<Long> count(String text) {
        return COUNT.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
