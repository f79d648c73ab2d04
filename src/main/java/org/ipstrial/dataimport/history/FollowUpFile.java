package org.ipstrial.dataimport.history;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ipstrial.dataimport.column.DateColumn;
import org.ipstrial.dataimport.column.Labels;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.outcome.AfterEnd;
import org.ipstrial.outcome.EndOfFollowUp;
import org.ipstrial.plan.codes.CodeMap;
import org.ipstrial.plan.history.PlannedFollowUp;

/** Reads how long each person was followed, and why not longer. */
final class FollowUpFile {

    private final PlannedFollowUp plan;
    private final LinkedTable linked;
    private final FollowUp[] followUps;
    private final Findings findings;

    private FollowUpFile(PlannedFollowUp plan, LinkedTable linked, int people, Findings findings) {
        this.plan = plan;
        this.linked = linked;
        this.followUps = new FollowUp[people];
        this.findings = findings;
    }

    /** Opens the file. */
    static LinkedTable open(PlannedFollowUp plan, People people, Findings findings) {
        return LinkedTable.of(
                plan.file(),
                plan.reading(),
                plan.id(),
                List.of(plan.lastSeen(), plan.reason()),
                List.of(),
                people,
                findings);
    }

    /**
     * The follow-up of each participant, by place; null where it is refused, which is told.
     *
     * @param ids     the participants' column of ids, to say who has no row
     * @param people  the participants
     */
    static ReadFollowUp read(
            PlannedFollowUp plan, LinkedTable linked, RawColumn ids, People people, Findings findings) {
        FollowUpFile file = new FollowUpFile(plan, linked, ids.rows(), findings);
        int[] places = linked.people(people, findings);
        file.rows(places);
        file.absent(ids);
        return new ReadFollowUp(linked.read().of(places), file.followUps);
    }

    /**
     * What was read.
     *
     * @param file      the file
     * @param followUps by the participants' places
     */
    record ReadFollowUp(ReadFile file, FollowUp[] followUps) {}

    private void rows(int[] people) {
        RawColumn lastSeen = linked.column(plan.lastSeen());
        RawColumn reason = linked.column(plan.reason());
        OptionalLong[] days = DateColumn.read(lastSeen, plan.reading().dates(), linked.missing(), findings);
        CodeMap codes = plan.reasons().orElseGet(() -> CodeMap.ofLabels(EndOfFollowUp.ids()));
        List<String> reasons = Labels.read(reason, Optional.of(codes), linked.missing(), findings);
        Set<EndOfFollowUp> unruled = EnumSet.noneOf(EndOfFollowUp.class);
        for (int row = 0; row < days.length; row++) {
            int person = people[row];
            if (reasons.get(row) == null && linked.missing().isMissing(reason.cell(row))) {
                findings.add(FindingCode.E272, reason.at(row), "reason");
            }
            if (days[row].isEmpty() && linked.missing().isMissing(lastSeen.cell(row))) {
                findings.add(FindingCode.E272, lastSeen.at(row), "day");
            }
            if (person < 0 || days[row].isEmpty() || reasons.get(row) == null) {
                continue;
            }
            EndOfFollowUp end = EndOfFollowUp.named(reasons.get(row)).orElseThrow();
            if (end.needsRule() && !plan.after().containsKey(end) && unruled.add(end)) {
                findings.add(FindingCode.E269, reason.at(row), words(end), end.id());
            }
            if (followUps[person] != null) {
                findings.add(
                        FindingCode.E200,
                        linked.column(plan.id()).at(row),
                        followUps[person].line(),
                        "",
                        "see which row is right");
                continue;
            }
            boolean idle = plan.after().get(end) == AfterEnd.NO_ACTIVITY;
            followUps[person] = new FollowUp(days[row].getAsLong(), end, idle, lastSeen.line(row));
        }
    }

    private void absent(RawColumn ids) {
        // Rows that were refused may be theirs.
        if (findings.refuse()) {
            return;
        }
        List<Location> without = new ArrayList<>();
        for (int person = 0; person < followUps.length; person++) {
            if (followUps[person] == null) {
                without.add(ids.at(person));
            }
        }
        without.forEach(
                where -> findings.add(FindingCode.E259, where, linked.read().file()));
    }

    static String words(EndOfFollowUp end) {
        return switch (end) {
            case DIED -> "died";
            case EMIGRATED -> "emigrated";
            case PENSION -> "was granted a pension";
            case COMPLETED -> "completed the follow-up";
            case WITHDREW -> "withdrew";
            case LOST -> "was lost";
        };
    }
}
