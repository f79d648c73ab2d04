package org.ipstrial.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.cli.files.AtomicFile;
import org.ipstrial.cli.files.FolderNote;
import org.ipstrial.render.results.ResultsDifference;
import org.ipstrial.render.results.ResultsFile;
import org.ipstrial.render.results.ResultsReader;
import org.ipstrial.report.RunSummary;

/**
 * A report that was written, held against what would be written now.
 *
 * @param folder  where it is
 * @param results its results, if they are there
 */
record ReportCheck(Path folder, Optional<ResultsFile> results) {

    /**
     * Reads the results of a report.
     *
     * @throws org.ipstrial.finding.RefusedException if there is no folder, or they cannot be read
     */
    static ReportCheck of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw AtomicFile.refused(folder, "there is no such folder", "write the report first");
        }
        Path file = folder.resolve(ReportFiles.RESULTS);
        return new ReportCheck(folder, bytes(file).map(there -> ResultsReader.read(file.toString(), there)));
    }

    /** The size of groups below which it hides them; 0 where it hides none. */
    int minCell() {
        return results.map(file -> file.settings().get("min-cell"))
                .filter(text -> text.matches("[0-9]{1,7}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    /** What is other in the folder than what would be written now. */
    RunSummary.Difference against(Map<String, String> files) {
        List<String> other = new ArrayList<>();
        files.forEach((name, text) -> {
            Optional<byte[]> there = bytes(folder.resolve(name));
            if (there.isEmpty()) {
                other.add(name + ": not there");
            } else if (!Arrays.equals(there.get(), ReportFiles.bytes(text))) {
                other.add(name + ": not what would be written now");
            }
        });
        noted().stream()
                .filter(name -> !files.containsKey(name) && Files.exists(folder.resolve(name)))
                .forEach(name -> other.add(name + ": would not be written now"));
        if (other.isEmpty() || results.isEmpty()) {
            return new RunSummary.Difference(other, Optional.empty());
        }
        ResultsFile now = ResultsReader.read(ReportFiles.RESULTS, ReportFiles.bytes(files.get(ReportFiles.RESULTS)));
        ResultsDifference difference = ResultsDifference.between(results.get(), now, 0);
        return new RunSummary.Difference(
                other,
                Optional.of(new RunSummary.Moved(
                        difference.around(), difference.moved(), difference.gone(), difference.come())));
    }

    /** The files that the note of the folder names. */
    private List<String> noted() {
        return bytes(folder.resolve("reported.txt"))
                .map(note -> FolderNote.names(new String(note, StandardCharsets.UTF_8)))
                .orElse(List.of());
    }

    /** Tells it, a line each. */
    static void print(PrintWriter out, int files, RunSummary.Difference difference) {
        if (difference.isNone()) {
            out.print("the report is what would be written now: " + files + " files\n");
            return;
        }
        difference.files().forEach(line -> out.print(line + "\n"));
        difference.moved().ifPresent(moved -> {
            DifferenceLines.print(
                    out, new ResultsDifference(moved.around(), moved.moved(), moved.gone(), moved.come()));
            if (moved.isNone()) {
                out.print("no number moved\n");
            }
        });
    }

    private static Optional<byte[]> bytes(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw AtomicFile.refused(file, AtomicFile.reason(e), "see that it may be read");
        }
    }
}
