package org.ipstrial.dataimport.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.dataset.programme.CaseloadRole;
import org.ipstrial.dataset.programme.Caseloads;
import org.ipstrial.dataset.programme.Caseloads.Assignment;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.plan.participants.DateFormat;

/**
 * Reads who has whom: one row for a person with a consultant, from a day to a day; or one row for how many people a
 * consultant has on a day. The header tells which. No message shows an id.
 */
public final class CaseloadImport {

    private static final List<String> OF_BOTH = List.of("consultant", "role");
    private static final List<String> OF_ASSIGNMENTS = List.of("id", "start", "end");
    private static final List<String> OF_COUNTS = List.of("date", "participants");
    private static final int MOST = 99_999;

    private record Spell(long first, long last, long line) {}

    private final ItemTable table;
    private final Findings findings;
    private final DateFormat dates;
    private final DataDate until;
    private final Map<String, CaseloadRole> roles = new LinkedHashMap<>();
    private final Map<String, Long> roleLines = new HashMap<>();

    private CaseloadImport(ItemTable table, Findings findings, DateFormat dates, LocalDate until) {
        this.table = table;
        this.findings = findings;
        this.dates = dates;
        this.until = new DataDate(until, findings);
    }

    /**
     * What was read.
     *
     * @param caseloads who has whom
     * @param rows      how many data rows the file has
     * @param sha256    of the file's bytes, in hexadecimal
     * @param warnings  what was found that does not refuse
     */
    public record ImportedCaseloads(Caseloads caseloads, long rows, String sha256, Findings warnings) {}

    /**
     * Reads a file.
     *
     * @param until   the last day of which the data know
     * @param allowed the codes that the user accepts
     * @throws org.ipstrial.finding.RefusedException with everything that is wrong
     */
    public static ImportedCaseloads read(
            DataSource source, ReadOptions options, DateFormat dates, LocalDate until, Set<FindingCode> allowed) {
        Findings findings = new Findings(allowed);
        List<String> either = new ArrayList<>(OF_ASSIGNMENTS);
        either.addAll(OF_COUNTS);
        ItemTable table = ItemTable.of(source, options, OF_BOTH, either, findings);
        boolean people = OF_ASSIGNMENTS.stream().allMatch(table::has);
        boolean counts = OF_COUNTS.stream().allMatch(table::has);
        if (people == counts) {
            findings.add(
                    FindingCode.E533,
                    table.column("consultant").whole(),
                    people ? "those of both" : "those of neither");
            findings.throwIfRefused();
        }
        CaseloadImport reading = new CaseloadImport(table, findings, dates, until);
        Caseloads caseloads = people ? reading.assignments() : reading.counts();
        findings.throwIfRefused();
        return new ImportedCaseloads(caseloads, table.rows(), table.sha256(), findings);
    }

    private Caseloads assignments() {
        List<String> consultants = consultants();
        List<String> ids = table.ids(findings);
        OptionalLong[] starts = table.days("start", dates);
        OptionalLong[] ends = table.daysOrNone("end", dates);
        List<Assignment> assignments = new ArrayList<>();
        Map<List<String>, List<Spell>> before = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            until.check(table, "start", row, starts[row]);
            until.check(table, "end", row, ends[row]);
            boolean open = ends[row].isEmpty() && table.isMissing("end", row);
            if (ids.get(row) == null
                    || consultants.get(row) == null
                    || starts[row].isEmpty()
                    || ends[row].isEmpty() && !open) {
                continue;
            }
            long first = starts[row].getAsLong();
            long last = ends[row].orElse(until.day());
            if (last < first) {
                if (!open) {
                    DataDate.refuseOrder(table, "end", row, last, "start", first, findings);
                }
                continue;
            }
            List<Spell> own =
                    before.computeIfAbsent(List.of(ids.get(row), consultants.get(row)), any -> new ArrayList<>());
            Optional<Spell> same = own.stream()
                    .filter(one -> one.first() <= last && first <= one.last())
                    .findFirst();
            if (same.isPresent()) {
                findings.add(
                        FindingCode.E538, table.column("id").at(row), same.get().line());
                continue;
            }
            own.add(new Spell(first, last, table.column("id").at(row).line()));
            assignments.add(new Assignment(ids.get(row), consultants.get(row), first, last));
        }
        return Caseloads.ofAssignments(roles, assignments);
    }

    private Caseloads counts() {
        List<String> consultants = consultants();
        OptionalLong[] days = table.days("date", dates);
        Map<String, Map<Long, Long>> counts = new LinkedHashMap<>();
        Map<String, Map<Long, Long>> lines = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            until.check(table, "date", row, days[row]);
            String wanted = "how many people, a whole number from 0";
            Optional<Integer> people = table.whole("participants", row, 0, MOST, wanted);
            if (table.isMissing("participants", row)) {
                table.refuse("participants", row, "an empty cell", wanted);
            }
            String consultant = consultants.get(row);
            if (consultant == null || days[row].isEmpty()) {
                continue;
            }
            Long line = lines.computeIfAbsent(consultant, any -> new HashMap<>())
                    .putIfAbsent(
                            days[row].getAsLong(), table.column("date").at(row).line());
            if (line != null) {
                findings.add(FindingCode.E532, table.column("date").at(row), "this consultant and day", line);
            } else {
                int row1 = row;
                people.ifPresent(number -> counts.computeIfAbsent(consultant, any -> new HashMap<>())
                        .put(days[row1].getAsLong(), (long) number));
            }
        }
        // Who never has anybody is nobody's consultant in this file.
        counts.values().removeIf(own -> own.values().stream().allMatch(number -> number == 0));
        roles.keySet().retainAll(counts.keySet());
        return Caseloads.ofCounts(roles, counts);
    }

    /** The consultants in file order, each with one role; null where one is missing. */
    private List<String> consultants() {
        List<String> consultants = table.labels("consultant", "a name or number of who has the person");
        for (int row = 0; row < table.rows(); row++) {
            String word = table.text("role", row);
            Optional<CaseloadRole> role = CaseloadRole.named(word);
            if (role.isEmpty()) {
                table.refuse(
                        "role",
                        row,
                        table.isMissing("role", row) ? "an empty cell" : Shown.value(word),
                        "one of " + String.join(", ", CaseloadRole.known()));
            }
            String consultant = consultants.get(row);
            if (role.isEmpty() || consultant == null) {
                continue;
            }
            long line = table.column("role").at(row).line();
            CaseloadRole earlier = roles.putIfAbsent(consultant, role.get());
            if (earlier != null && earlier != role.get()) {
                findings.add(
                        FindingCode.E539,
                        table.column("role").at(row),
                        role.get().id(),
                        earlier.id(),
                        roleLines.get(consultant));
            }
            roleLines.putIfAbsent(consultant, line);
        }
        return consultants;
    }
}
