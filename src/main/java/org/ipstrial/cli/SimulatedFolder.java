package org.ipstrial.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.cli.files.Content;
import org.ipstrial.cli.files.NotedFolder;
import org.ipstrial.dataexport.TrialFiles.TrialFile;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.stats.resampling.RandomStreams;

/**
 * The folder of a simulated trial. A note beside the files says that they are simulated, and holds the hash of each: only
 * a file that has the hash that the note says may be replaced, so that data of real people never are.
 *
 * @param folder the folder
 * @param plan   the plan
 */
record SimulatedFolder(Path folder, PlanFile plan) {

    /** The note's name. */
    static final String NOTE = "simulated.txt";

    private static final String FIRST_LINE = "SIMULATED DATA";

    /**
     * Writes the files and the note, all or none.
     *
     * @throws RefusedException if a file is there that no simulation wrote, or the folder cannot be written
     */
    void write(List<TrialFile> files, long seed) {
        Map<String, Content> contents = new LinkedHashMap<>();
        files.forEach(file -> contents.put(name(file), Content.of(file.bytes(), file.rows())));
        new NotedFolder(folder, NOTE, FIRST_LINE, "simulation", false).write(contents, head(seed));
    }

    private List<String> head(long seed) {
        return List.of(
                "Nobody in these files exists. The ids are invented, and no number that comes of them is a finding.",
                "",
                "plan: " + plan.input().file(),
                "plan sha256: " + plan.input().sha256(),
                "seed: " + seed,
                "random numbers: " + RandomStreams.NAME,
                "written by: " + Version.line(),
                "");
    }

    /** The file as the plan names it, with {@code /} between folders. */
    private String name(TrialFile file) {
        Path beside = plan.path().getParent();
        Path below = beside == null ? file.path() : beside.relativize(file.path());
        String name = below.toString().replace('\\', '/');
        if (name.equals(NOTE)) {
            throw RefusedException.of(
                    FindingCode.E426,
                    Location.file(plan.path().toString()),
                    "a file is named " + NOTE + ", as the note about the simulation is",
                    "another name",
                    "rename it");
        }
        return name;
    }
}
