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
import org.ipstrial.dataset.programme.Caseloads;
import org.ipstrial.dataset.programme.Enrolment;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.plan.participants.DateFormat;

/**
 * Reads when an employer was first talked to about somebody: one row a person with the days, or one row a contact, where
 * the day of enrolment is the first with a consultant. The header tells which. No message shows an id.
 */
public final class ContactsImport {

    private static final List<String> OF_PEOPLE = List.of("enrolled_on", "first_employer_contact_on");
    private static final List<String> OF_CONTACTS = List.of("date", "kind");
    private static final String LEFT = "left_on";

    private final ItemTable table;
    private final Findings findings;
    private final DateFormat dates;
    private final DataDate until;
    private final Caseloads caseloads;
    private final String caseloadFile;
    private final Map<String, long[]> stays;

    private ContactsImport(
            ItemTable table,
            Findings findings,
            DateFormat dates,
            LocalDate until,
            Caseloads caseloads,
            String caseloadFile) {
        this.table = table;
        this.findings = findings;
        this.dates = dates;
        this.until = new DataDate(until, findings);
        this.caseloads = caseloads;
        this.caseloadFile = caseloadFile;
        this.stays = caseloads.stays();
    }

    /**
     * What was read.
     *
     * @param people   by pseudonym
     * @param rows     how many data rows the file has
     * @param sha256   of the file's bytes, in hexadecimal
     * @param warnings what was found that does not refuse
     */
    public record ImportedContacts(Map<String, Enrolment> people, long rows, String sha256, Findings warnings) {}

    /**
     * Reads a file.
     *
     * @param until        the last day of which the data know
     * @param caseloads    who has whom
     * @param caseloadFile the file of it, as messages name it
     * @param allowed      the codes that the user accepts
     * @throws org.ipstrial.finding.RefusedException with everything that is wrong
     */
    public static ImportedContacts read(
            DataSource source,
            ReadOptions options,
            DateFormat dates,
            LocalDate until,
            Caseloads caseloads,
            String caseloadFile,
            Set<FindingCode> allowed) {
        Findings findings = new Findings(allowed);
        List<String> either = new ArrayList<>(OF_PEOPLE);
        either.add(LEFT);
        either.addAll(OF_CONTACTS);
        ItemTable table = ItemTable.of(source, options, List.of("id"), either, findings);
        boolean log =
                OF_CONTACTS.stream().allMatch(table::has) && !OF_PEOPLE.stream().allMatch(table::has);
        if (!log) {
            // Read anew, so that a column that is absent is told of.
            findings = new Findings(allowed);
            table = ItemTable.of(
                    source, options, List.of("id", OF_PEOPLE.get(0), OF_PEOPLE.get(1)), List.of(LEFT), findings);
        }
        ContactsImport reading = new ContactsImport(table, findings, dates, until, caseloads, caseloadFile);
        Map<String, Enrolment> people = log ? reading.contacts() : reading.people();
        findings.throwIfRefused();
        reading.tellAbsent(people);
        return new ImportedContacts(people, table.rows(), table.sha256(), findings);
    }

    private Map<String, Enrolment> people() {
        List<String> ids = table.ids(findings);
        OptionalLong[] enrolled = table.days("enrolled_on", dates);
        OptionalLong[] contacts = table.daysOrNone("first_employer_contact_on", dates);
        OptionalLong[] left = table.daysOrNone(LEFT, dates);
        Map<String, Enrolment> people = new LinkedHashMap<>();
        Map<String, Long> lines = new HashMap<>();
        long after = 0;
        for (int row = 0; row < table.rows(); row++) {
            until.check(table, "enrolled_on", row, enrolled[row]);
            until.check(table, "first_employer_contact_on", row, contacts[row]);
            until.check(table, LEFT, row, left[row]);
            String id = ids.get(row);
            if (id == null || isTwiceOrUnknown(id, row, lines) || enrolled[row].isEmpty()) {
                continue;
            }
            long day = enrolled[row].getAsLong();
            OptionalLong gone = table.has(LEFT) ? left[row] : leftBy(id);
            if (gone.isPresent() && gone.getAsLong() < day) {
                String column = table.has(LEFT) ? LEFT : "enrolled_on";
                DataDate.refuseOrder(table, column, row, gone.getAsLong(), "enrolled_on", day, findings);
                continue;
            }
            if (contacts[row].isPresent() && contacts[row].getAsLong() < day) {
                findings.add(
                        FindingCode.E536,
                        table.column("first_employer_contact_on").at(row),
                        LocalDate.ofEpochDay(contacts[row].getAsLong()),
                        LocalDate.ofEpochDay(day));
                continue;
            }
            boolean late = contacts[row].isPresent() && contacts[row].getAsLong() > gone.orElse(Long.MAX_VALUE);
            after += late ? 1 : 0;
            people.put(id, new Enrolment(day, late ? OptionalLong.empty() : contacts[row], gone));
        }
        tell(FindingCode.W534, after);
        return people;
    }

    private Map<String, Enrolment> contacts() {
        if (!caseloads.ofPeople()) {
            findings.add(FindingCode.E550, table.column("id").whole(), "this file");
            return Map.of();
        }
        List<String> ids = table.ids(findings);
        OptionalLong[] days = table.days("date", dates);
        Map<String, Long> first = new HashMap<>();
        long before = 0;
        for (int row = 0; row < table.rows(); row++) {
            until.check(table, "date", row, days[row]);
            Optional<ContactKind> kind = ContactKind.named(table.text("kind", row));
            if (kind.isEmpty()) {
                table.refuse(
                        "kind",
                        row,
                        table.isMissing("kind", row) ? "an empty cell" : Shown.value(table.text("kind", row)),
                        "one of " + String.join(", ", ContactKind.known()));
            }
            String id = ids.get(row);
            if (id == null
                    || isUnknown(id, row)
                    || days[row].isEmpty()
                    || !kind.equals(Optional.of(ContactKind.EMPLOYER))) {
                continue;
            }
            if (days[row].getAsLong() < stays.get(id)[0]) {
                before++;
            } else {
                first.merge(id, days[row].getAsLong(), Math::min);
            }
        }
        Map<String, Enrolment> people = new LinkedHashMap<>();
        long after = 0;
        for (String id : caseloads.ids()) {
            OptionalLong gone = leftBy(id);
            Long contact = first.get(id);
            boolean late = contact != null && contact > gone.orElse(Long.MAX_VALUE);
            after += late ? 1 : 0;
            OptionalLong counted = contact == null || late ? OptionalLong.empty() : OptionalLong.of(contact);
            people.put(id, new Enrolment(stays.get(id)[0], counted, gone));
        }
        tell(FindingCode.W533, before);
        tell(FindingCode.W534, after);
        return people;
    }

    /** The last day with any consultant, of who is with none at the data date. */
    private OptionalLong leftBy(String id) {
        long[] stay = stays.get(id);
        return stay != null && stay[1] < until.day() ? OptionalLong.of(stay[1]) : OptionalLong.empty();
    }

    private boolean isTwiceOrUnknown(String id, int row, Map<String, Long> lines) {
        Long before = lines.putIfAbsent(id, table.column("id").at(row).line());
        if (before != null) {
            findings.add(FindingCode.E532, table.column("id").at(row), "this person", before);
            return true;
        }
        return isUnknown(id, row);
    }

    private boolean isUnknown(String id, int row) {
        boolean unknown = caseloads.ofPeople() && !stays.containsKey(id);
        if (unknown) {
            findings.add(FindingCode.E537, table.column("id").at(row), caseloadFile);
        }
        return unknown;
    }

    private void tellAbsent(Map<String, Enrolment> people) {
        tell(
                FindingCode.W535,
                stays.keySet().stream().filter(id -> !people.containsKey(id)).count());
    }

    private void tell(FindingCode code, long number) {
        if (number > 0) {
            findings.add(code, Location.file(table.column("id").whole().file()), number);
        }
    }
}
