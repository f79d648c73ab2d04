package org.ipstrial.dataimport.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataset.programme.SupportedJob;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.plan.participants.DateFormat;

/** Reads the jobs that people got: one row a job. No message shows an id. */
public final class JobsImport {

    private static final String MATCH = "job_match";
    private static final String SUPPORTED = "supported_until";

    private JobsImport() {}

    /**
     * What was read.
     *
     * @param jobs      the jobs, in the order of the file
     * @param matches   whether the file says which jobs match
     * @param supported whether it says how long support went on
     * @param rows      how many data rows the file has
     * @param sha256    of the file's bytes, in hexadecimal
     * @param warnings  what was found that does not refuse
     */
    public record ImportedJobs(
            List<SupportedJob> jobs, boolean matches, boolean supported, long rows, String sha256, Findings warnings) {}

    /**
     * Reads a file.
     *
     * @param until   the last day of which the data know
     * @param known   everybody who may have a job; empty where that is not known
     * @param knownBy the file of those, as messages name it
     * @param allowed the codes that the user accepts
     * @throws org.ipstrial.finding.RefusedException with everything that is wrong
     */
    public static ImportedJobs read(
            DataSource source,
            ReadOptions options,
            DateFormat dates,
            LocalDate until,
            Set<String> known,
            String knownBy,
            Set<FindingCode> allowed) {
        Findings findings = new Findings(allowed);
        ItemTable table =
                ItemTable.of(source, options, List.of("id", "start", "end"), List.of(MATCH, SUPPORTED), findings);
        DataDate dataDate = new DataDate(until, findings);
        List<String> ids = table.ids(findings);
        OptionalLong[] starts = table.days("start", dates);
        OptionalLong[] ends = table.daysOrNone("end", dates);
        OptionalLong[] supported = table.daysOrNone(SUPPORTED, dates);
        List<SupportedJob> jobs = new ArrayList<>();
        Map<List<Object>, Long> lines = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            dataDate.check(table, "start", row, starts[row]);
            dataDate.check(table, "end", row, ends[row]);
            dataDate.check(table, SUPPORTED, row, supported[row]);
            Optional<Boolean> match = table.yesNo(MATCH, row);
            String id = ids.get(row);
            if (id == null || starts[row].isEmpty()) {
                continue;
            }
            if (!known.isEmpty() && !known.contains(id)) {
                findings.add(FindingCode.E537, table.column("id").at(row), knownBy);
                continue;
            }
            long start = starts[row].getAsLong();
            Long before = lines.putIfAbsent(
                    List.of(id, start, ends[row].orElse(Long.MAX_VALUE)),
                    table.column("id").at(row).line());
            if (before != null) {
                findings.add(FindingCode.E532, table.column("id").at(row), "this job", before);
                continue;
            }
            boolean inOrder = isInOrder(table, "end", row, ends[row], start, findings)
                    & isInOrder(table, SUPPORTED, row, supported[row], start, findings);
            if (inOrder) {
                jobs.add(new SupportedJob(id, start, ends[row], match, supported[row]));
            }
        }
        findings.throwIfRefused();
        return new ImportedJobs(jobs, table.has(MATCH), table.has(SUPPORTED), table.rows(), table.sha256(), findings);
    }

    private static boolean isInOrder(
            ItemTable table, String column, int row, OptionalLong last, long start, Findings findings) {
        boolean wrong = last.isPresent() && last.getAsLong() < start;
        if (wrong) {
            DataDate.refuseOrder(table, column, row, last.getAsLong(), "start", start, findings);
        }
        return !wrong;
    }
}
