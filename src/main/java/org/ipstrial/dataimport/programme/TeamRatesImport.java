package org.ipstrial.dataimport.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataset.CodePointOrder;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;

/** Reads what share of each team's people got work: one row a team, with events and n. */
public final class TeamRatesImport {

    private static final List<String> COLUMNS = List.of("team", "events", "n");
    private static final int MOST = 999_999_999;

    private TeamRatesImport() {}

    /**
     * What was read.
     *
     * @param rates    the counts by team, in code-point order
     * @param rows     how many data rows the file has
     * @param sha256   of the file's bytes, in hexadecimal
     * @param warnings what was found that does not refuse
     */
    public record ImportedRates(Map<String, EventCounts> rates, long rows, String sha256, Findings warnings) {}

    /**
     * Reads a file.
     *
     * @param allowed the codes that the user accepts
     * @throws org.ipstrial.finding.RefusedException with everything that is wrong
     */
    public static ImportedRates read(DataSource source, ReadOptions options, Set<FindingCode> allowed) {
        Findings findings = new Findings(allowed);
        ItemTable table = ItemTable.of(source, options, COLUMNS, findings);
        List<String> teams = table.labels("team", "the name of the team");
        Map<String, EventCounts> rates = new TreeMap<>(CodePointOrder.INSTANCE);
        Map<String, Long> lines = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            Optional<Integer> n = number(table, "n", row, 1, MOST, "a number of people, at least 1");
            Optional<Integer> events =
                    number(table, "events", row, 0, n.orElse(MOST), "a number of people, at most that under n");
            String team = teams.get(row);
            if (team == null) {
                continue;
            }
            Long before = lines.putIfAbsent(team, table.column("team").at(row).line());
            if (before != null) {
                findings.add(FindingCode.E532, table.column("team").at(row), "this team", before);
            } else if (n.isPresent() && events.isPresent()) {
                rates.put(team, new EventCounts(n.get(), n.get(), events.get()));
            }
        }
        findings.throwIfRefused();
        return new ImportedRates(rates, table.rows(), table.sha256(), findings);
    }

    private static Optional<Integer> number(ItemTable table, String name, int row, int least, int most, String wanted) {
        if (table.isMissing(name, row)) {
            table.refuse(name, row, "an empty cell", wanted);
            return Optional.empty();
        }
        return table.whole(name, row, least, most, wanted);
    }
}
