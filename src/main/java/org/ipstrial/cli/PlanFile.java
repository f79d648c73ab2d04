package org.ipstrial.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.InputFile;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.bytes.RawBytes;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlanReader;
import org.ipstrial.plan.lock.LockText;
import org.ipstrial.plan.lock.PlanLock;

/**
 * A plan with the file that it was read from.
 *
 * @param plan  the plan
 * @param path  the file as the user named it
 * @param input the file as results name it; it has no data rows
 * @param text  its text, byte order mark included
 * @param lock  its lock, if it was ever locked
 */
record PlanFile(Plan plan, Path path, InputFile input, String text, Optional<PlanLock> lock) {

    /**
     * Reads a plan, and its lock if it has one.
     *
     * @throws org.ipstrial.finding.RefusedException if it cannot be read, or with everything that is wrong in it
     */
    static PlanFile read(Path path) {
        RawBytes raw = RawBytes.read(DataSource.file(path));
        Plan plan = PlanReader.read(path, raw.bytes(), PlanVocabulary.words());
        return new PlanFile(
                plan,
                path,
                new InputFile(TrialData.fileName(path), raw.sha256(), 0),
                new String(raw.bytes(), StandardCharsets.UTF_8),
                lock(lockOf(path)));
    }

    /** Where the lock of a plan is kept: beside it, under its name with {@code .lock}. */
    static Path lockOf(Path plan) {
        return plan.resolveSibling(plan.getFileName() + ".lock");
    }

    private static Optional<PlanLock> lock(Path path) {
        return Files.exists(path)
                ? Optional.of(LockText.read(
                        path.toString(), RawBytes.read(DataSource.file(path)).bytes()))
                : Optional.empty();
    }

    /** A file of data as the plan's folder knows it, with {@code /} between folders. */
    String nameOf(Path data) {
        Path folder = path.toAbsolutePath().normalize().getParent();
        return folder.relativize(data.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    /** The files of data that the plan names, the participants first. */
    List<Path> dataFiles() {
        List<Path> files = new ArrayList<>(List.of(plan.participants().file().value()));
        plan.history().spells().ifPresent(spells -> files.add(spells.file().value()));
        plan.history()
                .followUp()
                .ifPresent(followUp -> files.add(followUp.file().value()));
        plan.history().weeks().ifPresent(weeks -> files.add(weeks.file().value()));
        files.addAll(plan.programme().files());
        return files;
    }
}
