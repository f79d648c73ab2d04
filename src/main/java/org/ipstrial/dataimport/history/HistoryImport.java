package org.ipstrial.dataimport.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.ipstrial.dataimport.column.DateColumn;
import org.ipstrial.dataimport.column.ReadOutcome;
import org.ipstrial.dataimport.history.FollowUpFile.ReadFollowUp;
import org.ipstrial.dataimport.history.SpellsFile.ReadSpells;
import org.ipstrial.dataimport.history.WeeksFile.ReadWeeks;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.text.MissingWords;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.dataset.CodePointOrder;
import org.ipstrial.dataset.history.PersonHistory;
import org.ipstrial.dataset.history.RecordedPeople;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.NearestName;
import org.ipstrial.outcome.DerivedOutcome.Source;
import org.ipstrial.outcome.FollowUpState;
import org.ipstrial.outcome.Horizon;

/** Reads spells and follow-up beside the participants and works out the outcomes that follow from them. */
public final class HistoryImport {

    private final HistoryRequest request;
    private final RawColumn idColumn;
    private final List<String> ids;
    private final Findings findings;
    private final People people;
    private final List<ReadFile> files = new ArrayList<>();

    private HistoryImport(HistoryRequest request, RawColumn idColumn, List<String> ids, Findings findings) {
        this.request = request;
        this.idColumn = idColumn;
        this.ids = List.copyOf(ids);
        this.findings = findings;
        this.people = new People(this.ids);
    }

    /**
     * What was read and worked out.
     *
     * @param outcomes in the order of the request, each in the order of the participants file
     * @param states   where each person stands at the plan's horizon; none where it has none, or no follow-up
     * @param files    the files besides the participants
     * @param records  everybody as the files tell of them
     */
    public record Read(
            List<ReadOutcome> outcomes, List<FollowUpState> states, List<ReadFile> files, RecordedPeople records) {}

    /**
     * Reads the files.
     *
     * @param request      what is wanted
     * @param idColumn     the participants' column of ids, for messages
     * @param ids          the participants' ids in file order
     * @param randomisedOn the participants' column of the day of randomisation
     * @param missing      what counts as missing in the participants file
     * @throws org.ipstrial.finding.RefusedException with everything that was found, if any of it refuses
     */
    public static Read read(
            HistoryRequest request,
            RawColumn idColumn,
            List<String> ids,
            RawColumn randomisedOn,
            MissingWords missing,
            Findings findings) {
        return new HistoryImport(request, idColumn, ids, findings).read(randomisedOn, missing);
    }

    private Read read(RawColumn randomisedOn, MissingWords missing) {
        // Files that cannot be read at all are told before what stands in them.
        Optional<LinkedTable> spellsTable = request.history()
                .spells()
                .filter(any -> request.reads(Source.SPELLS))
                .map(any -> SpellsFile.open(request, people, findings));
        Optional<LinkedTable> followUpTable =
                request.history().followUp().map(plan -> FollowUpFile.open(plan, people, findings));
        OptionalLong[] randomised = randomised(randomisedOn, missing);
        Optional<ReadFollowUp> followUp = request.history()
                .followUp()
                .map(plan -> FollowUpFile.read(plan, followUpTable.orElseThrow(), idColumn, people, findings));
        Optional<ReadSpells> spells = spellsTable.map(table -> SpellsFile.read(request, table, people, findings));
        spells.ifPresent(this::checkActivities);
        Optional<ReadWeeks> weeks = request.history()
                .weeks()
                .filter(any -> request.reads(Source.WEEKS))
                .map(plan -> WeeksFile.read(plan, people, findings));
        spells.ifPresent(read -> files.add(read.file()));
        weeks.ifPresent(read -> files.add(read.file()));
        followUp.ifPresent(read -> files.add(read.file()));
        findings.throwIfRefused();
        List<PersonHistory> histories = histories(randomised, spells, followUp);
        findings.throwIfRefused();
        List<ReadOutcome> outcomes =
                new DerivedColumns(request, histories, weeks.map(ReadWeeks::weeks), findings).all();
        return new Read(
                outcomes, states(randomised, followUp), files, Records.of(ids, randomised, spells, followUp, weeks));
    }

    private OptionalLong[] randomised(RawColumn column, MissingWords missing) {
        OptionalLong[] days = DateColumn.read(column, request.dates(), missing, findings);
        long cut = cut();
        for (int row = 0; row < days.length; row++) {
            if (days[row].isEmpty() && missing.isMissing(column.cell(row))) {
                findings.add(FindingCode.E252, column.at(row), "the day is missing", "write it in at the source");
            } else if (days[row].isPresent() && days[row].getAsLong() > cut) {
                findings.add(
                        FindingCode.E252,
                        column.at(row),
                        Shown.value(column.cell(row)) + " lies after the data cut",
                        "correct it, or move data_cut in the plan");
            }
        }
        return days;
    }

    /** An activity that nobody ever did may be a slip of the pen, unless the plan maps something to it. */
    private void checkActivities(ReadSpells spells) {
        if (findings.refuse()) {
            return;
        }
        TreeSet<String> found = new TreeSet<>(CodePointOrder.INSTANCE);
        spells.spells().forEach(spell -> found.add(spell.activity()));
        found.addAll(request.history().spells().orElseThrow().known());
        TreeSet<String> told = new TreeSet<>();
        request.outcomes().forEach((name, outcome) -> outcome.activities().stream()
                .filter(activity -> !found.contains(activity) && told.add(activity))
                .forEach(activity -> findings.add(
                        FindingCode.E270,
                        Location.file(spells.file().file()),
                        activity,
                        request.named().get(name).line(),
                        Shown.names(List.copyOf(found)),
                        NearestName.to(activity, List.copyOf(found))
                                .map(near -> "did you mean " + near + "?")
                                .orElse("correct the plan, or name the activity under spells.activities"))));
    }

    private List<PersonHistory> histories(
            OptionalLong[] randomised, Optional<ReadSpells> spells, Optional<ReadFollowUp> followUp) {
        List<List<Integer>> indices = new ArrayList<>();
        ids.forEach(any -> indices.add(new ArrayList<>(2)));
        spells.ifPresent(read -> {
            for (int index = 0; index < read.people().size(); index++) {
                indices.get(read.people().get(index)).add(index);
            }
        });
        Optional<PersonSpells> reader = spells.map(read -> new PersonSpells(request, read, findings));
        List<PersonHistory> histories = new ArrayList<>();
        for (int place = 0; place < randomised.length; place++) {
            int who = place;
            long first = randomised[place].orElseThrow();
            Optional<FollowUp> followed = followUp.map(read -> read.followUps()[who]);
            followed.filter(seen -> seen.lastSeen() > cut()).ifPresent(this::lateFollowUp);
            histories.add(new PersonHistory(
                    LocalDate.ofEpochDay(first),
                    Math.min(cut(), followed.map(FollowUp::lastSeen).orElse(Long.MAX_VALUE)),
                    followed.map(FollowUp::idleAfter).orElse(false),
                    reader.map(read -> read.of(indices.get(who), first, followed))
                            .orElse(List.of()),
                    followed.filter(FollowUp::precludes).map(FollowUp::end)));
        }
        reader.ifPresent(PersonSpells::report);
        return histories;
    }

    private void lateFollowUp(FollowUp seen) {
        findings.add(
                FindingCode.E251,
                Location.line(
                        String.valueOf(request.history()
                                .followUp()
                                .orElseThrow()
                                .file()
                                .value()),
                        seen.line()),
                LocalDate.ofEpochDay(seen.lastSeen()),
                LocalDate.ofEpochDay(cut()));
    }

    private List<FollowUpState> states(OptionalLong[] randomised, Optional<ReadFollowUp> followUp) {
        Optional<Horizon> horizon = request.history().horizon();
        if (horizon.isEmpty() || followUp.isEmpty()) {
            return List.of();
        }
        List<FollowUpState> states = new ArrayList<>();
        for (int place = 0; place < randomised.length; place++) {
            FollowUp seen = followUp.get().followUps()[place];
            LocalDate day = LocalDate.ofEpochDay(randomised[place].orElseThrow());
            long last = horizon.get().from(day).toEpochDay() - 1;
            states.add(FollowUpState.of(seen.end(), seen.lastSeen(), last, cut()));
        }
        return states;
    }

    private long cut() {
        // Without files that it cuts, a plan needs none.
        return request.history().dataCut().map(cut -> cut.value().toEpochDay()).orElse(Long.MAX_VALUE);
    }
}
