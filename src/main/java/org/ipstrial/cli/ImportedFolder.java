package org.ipstrial.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.InputFile;
import org.ipstrial.cli.files.Content;
import org.ipstrial.cli.files.NotedFolder;
import org.ipstrial.dataexport.CanonicalCopy;
import org.ipstrial.dataexport.CanonicalTrial;
import org.ipstrial.dataexport.UnwritableException;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeDefinition;

/**
 * The folder of a checked, canonical copy. A note beside the files says from what they were made.
 *
 * @param folder the folder
 * @param whole  the plan with everything that it names
 */
record ImportedFolder(Path folder, WholePlan whole) {

    /** The note's name. */
    static final String NOTE = "imported.txt";

    private static final String FIRST_LINE = "CHECKED COPY";

    /**
     * Writes the copy and the report, all or none.
     *
     * @param report the report's name
     * @param page   the report
     * @return the rows of each file by name
     * @throws RefusedException if the copy cannot be made, a file is there that no import wrote, or the folder cannot be
     *                          written
     */
    Map<String, Long> write(String report, String page) {
        Map<String, Content> contents = new LinkedHashMap<>();
        copy().forEach((name, body) -> contents.put(name, body::writeTo));
        contents.put(report, Content.of(page.getBytes(StandardCharsets.UTF_8), 0));
        return new NotedFolder(folder, NOTE, FIRST_LINE, "import", true).write(contents, head());
    }

    private Map<String, CanonicalCopy.Body> copy() {
        PlannedData data = whole.data();
        Optional<String> started = Optional.of(PlannedData.STARTED)
                .filter(name -> whole.plan().participants().started().isPresent());
        List<OutcomeDefinition> outcomes = whole.trial().outcomes();
        try {
            return CanonicalCopy.of(new CanonicalTrial(
                    whole.plan(),
                    data.imported().participants().everybody(),
                    PlannedData.ARM,
                    started,
                    outcomes,
                    data.imported().records().orElseThrow()));
        } catch (UnwritableException e) {
            throw RefusedException.of(
                    FindingCode.E426,
                    Location.file(whole.file().path().toString()),
                    e.getMessage(),
                    "each name once",
                    "name one of the two otherwise");
        }
    }

    private List<String> head() {
        List<String> head = new ArrayList<>(List.of(
                "Pseudonyms stand in these files: they are personal data as much as what they were made from.", ""));
        for (InputFile input : whole.data().inputsAfter(whole.file().input())) {
            head.add("from " + input.file() + ", sha256 " + input.sha256());
        }
        head.add("written by: " + Version.line());
        head.add("");
        return head;
    }
}
