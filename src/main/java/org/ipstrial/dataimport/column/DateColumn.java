package org.ipstrial.dataimport.column;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.MissingWords;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.plan.participants.DateFormat;

/**
 * A column of dates, each a day with neither time nor zone. They are read in the declared form alone; every other one is
 * refused with what it looks like.
 */
public final class DateColumn {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:[.,]\\d+)?|\\d{9,}");
    private static final Pattern TIME = Pattern.compile(".*\\d[T ]\\d{1,2}[:.]\\d{2}.*");
    private static final Pattern TWO_DIGIT_YEAR = Pattern.compile("\\d{1,2}([-./])\\d{1,2}\\1\\d{2}");
    private static final Pattern INCOMPLETE =
            Pattern.compile("00[-./]\\d{2}[-./]\\d{4}|\\d{4}[-./]\\d{2}[-./]00|\\d{1,2}[-./]\\d{4}|\\d{4}[-./]\\d{1,2}"
                    + "|(?:19|20)\\d{2}");
    private static final Pattern WEEK_OR_NAME = Pattern.compile("\\d{4}-?[WQ]\\d{1,2}(?:-\\d)?|.*\\p{L}{3}.*");

    private final RawColumn column;
    private final DateFormat format;
    private final MissingWords missing;
    private final Findings findings;
    private final Map<DateFormat, DateTimeFormatter> formatters = new HashMap<>();
    /** Days repeat: most columns of a million rows hold a few thousand. */
    private final Map<String, OptionalLong> known = new HashMap<>();

    private DateColumn(RawColumn column, DateFormat format, MissingWords missing, Findings findings) {
        this.column = column;
        this.format = format;
        this.missing = missing;
        this.findings = findings;
    }

    /**
     * Reads the days in file order, counted from 1970-01-01; nothing where missing, or refused, which is told.
     *
     * @param format   how they are written
     * @param missing  what counts as missing
     * @param findings what is found
     */
    public static OptionalLong[] read(RawColumn column, DateFormat format, MissingWords missing, Findings findings) {
        DateColumn reader = new DateColumn(column, format, missing, findings);
        OptionalLong[] days = new OptionalLong[column.rows()];
        for (int row = 0; row < days.length; row++) {
            days[row] = reader.day(row);
        }
        return days;
    }

    private OptionalLong day(int row) {
        String cell = column.cell(row);
        OptionalLong day = known.get(cell);
        if (day != null) {
            return day;
        }
        String plain = CellText.plain(cell);
        if (missing.isMissing(plain)) {
            return OptionalLong.empty();
        }
        day = parse(plain, format);
        if (day.isEmpty()) {
            refuse(row, plain);
            return day;
        }
        int year = LocalDate.ofEpochDay(day.getAsLong()).getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            findings.add(FindingCode.E265, column.at(row), Shown.value(plain));
            return OptionalLong.empty();
        }
        known.put(cell, day);
        return day;
    }

    private OptionalLong parse(String text, DateFormat as) {
        DateTimeFormatter formatter =
                formatters.computeIfAbsent(as, any -> DateTimeFormatter.ofPattern(any.pattern(), Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT));
        try {
            return OptionalLong.of(LocalDate.parse(text, formatter).toEpochDay());
        } catch (DateTimeParseException e) {
            return OptionalLong.empty();
        }
    }

    private void refuse(int row, String plain) {
        String shown = Shown.value(plain);
        String fitting = Arrays.stream(DateFormat.values())
                .filter(other -> other != format && parse(plain, other).isPresent())
                .map(DateFormat::id)
                .collect(Collectors.joining(" or "));
        if (!fitting.isEmpty()) {
            findings.add(FindingCode.E260, column.at(row), shown, format.id(), fitting);
        } else if (INCOMPLETE.matcher(plain).matches()) {
            findings.add(FindingCode.E266, column.at(row), shown);
        } else if (TWO_DIGIT_YEAR.matcher(plain).matches()) {
            findings.add(FindingCode.E262, column.at(row), shown);
        } else if (hasTheShape(plain)) {
            findings.add(FindingCode.E261, column.at(row), shown);
        } else if (NUMBER.matcher(plain).matches()) {
            findings.add(FindingCode.E263, column.at(row), shown);
        } else if (TIME.matcher(plain).matches()) {
            findings.add(FindingCode.E264, column.at(row), shown);
        } else if (WEEK_OR_NAME.matcher(plain).matches()) {
            findings.add(FindingCode.E267, column.at(row), shown);
        } else {
            findings.add(FindingCode.E268, column.at(row), shown, format.id());
        }
    }

    /** Whether some form has these digits and marks, so that only the day itself is wrong. */
    private static boolean hasTheShape(String plain) {
        String shape = plain.replaceAll("\\d", "9");
        return Arrays.stream(DateFormat.values())
                .anyMatch(other -> other.id().replaceAll("[a-z]", "9").equals(shape));
    }
}
