package org.ipstrial.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoWeekTest {

    /** Source: ISO 8601, the weeks around the ends of years as the standard's own examples and calendars have them. */
    @ParameterizedTest
    @CsvSource({
        "2004-W53, 2004-12-27", "2005-W52, 2005-12-26", "2007-W01, 2007-01-01", "2009-W01, 2008-12-29",
        "2009-W53, 2009-12-28", "2010-W01, 2010-01-04", "2014-W09, 2014-02-24", "2015W01, 2014-12-29"
    })
    void knowsTheMondays(String week, LocalDate monday) {
        assertThat(IsoWeek.monday(week)).hasValue(monday.toEpochDay());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2014-W53", "2014-W00", "2014-W54", "2014-9", "W09-2014", "14-W09", "2014-W9", ""})
    void refusesWhatIsNoWeek(String text) {
        assertThat(IsoWeek.monday(text)).isEmpty();
    }

    /** The second route is the JDK's own formatter. */
    @Test
    void agreesWithTheJdkOnEveryWeekOfTwoCenturies() {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern("YYYY-'W'ww", Locale.forLanguageTag("da-DK"));
        int weeks = 0;
        for (LocalDate monday = LocalDate.of(1900, 1, 1);
                monday.isBefore(LocalDate.of(2100, 1, 1));
                monday = monday.plusWeeks(1)) {
            assertThat(IsoWeek.monday(monday.format(formatter))).hasValue(monday.toEpochDay());
            weeks++;
        }
        assertThat(weeks).isEqualTo(10436);
    }
}
