package org.ipstrial.dataimport.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ipstrial.dataimport.history.FollowUpFile.ReadFollowUp;
import org.ipstrial.dataimport.history.SpellsFile.ReadSpells;
import org.ipstrial.dataimport.history.WeeksFile.ReadWeeks;
import org.ipstrial.dataset.history.LastSeen;
import org.ipstrial.dataset.history.RecordedPeople;
import org.ipstrial.dataset.history.RecordedPerson;
import org.ipstrial.dataset.history.Spell;

/** What was read, person by person, with their ids and before any rule is applied. */
public final class Records {

    private Records() {}

    /** People of whom nothing but the participants file tells. */
    public static RecordedPeople of(List<String> ids) {
        return of(ids, new OptionalLong[0], Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * People with what further files tell of them.
     *
     * @param ids        the ids in file order
     * @param randomised the days of randomisation in the same order; none at all where no column holds them
     */
    static RecordedPeople of(
            List<String> ids,
            OptionalLong[] randomised,
            Optional<ReadSpells> spells,
            Optional<ReadFollowUp> followUp,
            Optional<ReadWeeks> weeks) {
        List<List<Spell>> theirs = new ArrayList<>();
        ids.forEach(any -> theirs.add(new ArrayList<>(2)));
        spells.ifPresent(read -> {
            for (int index = 0; index < read.people().size(); index++) {
                theirs.get(read.people().get(index)).add(read.spells().get(index));
            }
        });
        List<RecordedPerson> people = new ArrayList<>();
        for (int place = 0; place < ids.size(); place++) {
            int who = place;
            people.add(new RecordedPerson(
                    ids.get(place),
                    place,
                    randomised.length == 0 ? Optional.empty() : Optional.of(day(randomised[place].orElseThrow())),
                    theirs.get(place),
                    followUp.map(read -> read.followUps()[who])
                            .map(seen -> new LastSeen(day(seen.lastSeen()), seen.end()))));
        }
        return new RecordedPeople(people, weeks.map(ReadWeeks::weeks));
    }

    private static LocalDate day(long day) {
        return LocalDate.ofEpochDay(day);
    }
}
