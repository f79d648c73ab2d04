package org.ipstrial.dataimport.programme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataset.programme.Screenings;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;

/** Reads age, and whether they are in work or education, of people who were screened. No message shows an id. */
public final class PeopleImport {

    private static final String OCCUPIED = "in_work_or_education";
    private static final List<String> COLUMNS = List.of("id", "age", OCCUPIED);
    private static final int OLDEST = 120;

    private PeopleImport() {}

    /**
     * What was read.
     *
     * @param people   by pseudonym
     * @param rows     how many data rows the file has
     * @param sha256   of the file's bytes, in hexadecimal
     * @param warnings what was found that does not refuse
     */
    public record ImportedPeople(Map<String, Screenings.Person> people, long rows, String sha256, Findings warnings) {}

    /**
     * Reads a file.
     *
     * @param allowed the codes that the user accepts
     * @throws org.ipstrial.finding.RefusedException with everything that is wrong
     */
    public static ImportedPeople read(DataSource source, ReadOptions options, Set<FindingCode> allowed) {
        Findings findings = new Findings(allowed);
        ItemTable table = ItemTable.of(source, options, COLUMNS, findings);
        List<String> ids = table.ids(findings);
        Map<String, Screenings.Person> people = new HashMap<>();
        Map<String, Long> lines = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            Optional<Integer> age =
                    table.whole("age", row, 0, OLDEST, "an age in whole years, or nothing where it is not known");
            Optional<Boolean> occupied = table.yesNo(OCCUPIED, row);
            String id = ids.get(row);
            if (id == null) {
                continue;
            }
            Long before = lines.putIfAbsent(id, table.column("id").at(row).line());
            if (before != null) {
                findings.add(FindingCode.E532, table.column("id").at(row), "this person", before);
            }
            people.put(id, new Screenings.Person(age, occupied));
        }
        findings.throwIfRefused();
        return new ImportedPeople(people, table.rows(), table.sha256(), findings);
    }
}
