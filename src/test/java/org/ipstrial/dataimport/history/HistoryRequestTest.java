package org.ipstrial.dataimport.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ipstrial.outcome.DerivedMeasure;
import org.ipstrial.outcome.DerivedOutcome.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the outcomes of a plan need of its files: who asks for no wages is not asked for them. */
class HistoryRequestTest {

    private static final Set<DerivedMeasure> OF_WAGES = EnumSet.of(DerivedMeasure.EARNINGS, DerivedMeasure.HOURLY_WAGE);
    private static final Set<DerivedMeasure> OF_HOURS = EnumSet.of(
            DerivedMeasure.HOURS, DerivedMeasure.HOURS_PER_MONTH, DerivedMeasure.EARNINGS, DerivedMeasure.HOURLY_WAGE);

    @TempDir
    private Path folder;

    private HistoryFiles trial() {
        return new HistoryFiles(folder);
    }

    @Test
    void aFileIsReadIfAnOutcomeIsWorkedOutFromItOrAllIsWanted() {
        HistoryRequest spells = trial().outcome("worked", Source.SPELLS, DerivedMeasure.EVER, "work")
                .request();
        assertThat(spells.reads(Source.SPELLS)).isTrue();
        assertThat(spells.reads(Source.WEEKS)).isFalse();
        HistoryRequest weeks = trial().outcome("worked", Source.WEEKS, DerivedMeasure.EVER, "work")
                .request();
        assertThat(weeks.reads(Source.SPELLS)).isFalse();
        assertThat(weeks.reads(Source.WEEKS)).isTrue();
        assertThat(trial().request().reads(Source.SPELLS)).isFalse();
        for (Source source : Source.values()) {
            assertThat(trial().whole().request().reads(source)).isTrue();
        }
    }

    /** Hours times a wage need both; a day, a week and a tenure need neither. */
    @Test
    void hoursAndWagesAreNeededByTheirOwnMeasuresAlone() {
        for (DerivedMeasure measure : DerivedMeasure.values()) {
            HistoryRequest request = trial().outcome("worked", Source.SPELLS, DerivedMeasure.EVER, "work")
                    .outcome("other", Source.SPELLS, measure, "work")
                    .request();
            assertThat(request.needsHours()).as(measure.id()).isEqualTo(OF_HOURS.contains(measure));
            assertThat(request.needsWages()).as(measure.id()).isEqualTo(OF_WAGES.contains(measure));
            assertThat(request.needsWagesOf(List.of("work"))).as(measure.id()).isEqualTo(OF_WAGES.contains(measure));
        }
    }

    @Test
    void aWageCountsOfTheActivitiesThatAreAsked() {
        HistoryRequest request = trial().outcome("pay", Source.SPELLS, DerivedMeasure.EARNINGS, "work", "internship")
                .outcome("learnt", Source.SPELLS, DerivedMeasure.EVER, "school")
                .request();
        assertThat(request.needsWagesOf(List.of("school", "internship"))).isTrue();
        assertThat(request.needsWagesOf(List.of("school"))).isFalse();
        assertThat(request.needsWagesOf(List.of())).isFalse();
    }
}
