package org.ipstrial.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ipstrial.ard.InputFile;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.bytes.RawBytes;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlanReader;

/**
 * A plan with the file that it was read from.
 *
 * @param plan  the plan
 * @param path  the file as the user named it
 * @param input the file as results name it; it has no data rows
 */
record PlanFile(Plan plan, Path path, InputFile input) {

    /**
     * Reads a plan.
     *
     * @throws org.ipstrial.finding.RefusedException if it cannot be read, or with everything that is wrong in it
     */
    static PlanFile read(Path path) {
        RawBytes raw = RawBytes.read(DataSource.file(path));
        Plan plan = PlanReader.read(path, raw.bytes(), PlanVocabulary.words());
        return new PlanFile(plan, path, new InputFile(TrialData.fileName(path), raw.sha256(), 0));
    }

    /** The files of data that the plan names, the participants first. */
    List<Path> dataFiles() {
        List<Path> files = new ArrayList<>(List.of(plan.participants().file().value()));
        plan.history().spells().ifPresent(spells -> files.add(spells.file().value()));
        plan.history()
                .followUp()
                .ifPresent(followUp -> files.add(followUp.file().value()));
        plan.history().weeks().ifPresent(weeks -> files.add(weeks.file().value()));
        return files;
    }
}
