package org.ipstrial.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern FILE = Pattern.compile("(.+)  rows [0-9]+  sha256 ([0-9a-f]{64})");

    /**
     * Writes the files and the note, all or none.
     *
     * @throws RefusedException if a file is there that no simulation wrote, or the folder cannot be written
     */
    void write(List<TrialFile> files, long seed) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw AtomicFile.refused(folder, "it is no folder", "name a folder");
        }
        Map<Path, byte[]> targets = new LinkedHashMap<>();
        StringBuilder note = new StringBuilder(head(seed));
        Map<String, String> simulated = noted();
        for (TrialFile file : files) {
            String name = name(file);
            Path target = folder.resolve(name);
            if (Files.exists(target) && !sha256(target).equals(simulated.get(name))) {
                throw RefusedException.of(FindingCode.E029, Location.COMMAND_LINE, target);
            }
            targets.put(target, file.bytes());
            note.append(name)
                    .append("  rows ")
                    .append(file.rows())
                    .append("  sha256 ")
                    .append(sha256(file.bytes()))
                    .append('\n');
        }
        // Last, so that it never vouches for a file that is not there yet.
        targets.put(folder.resolve(NOTE), note.toString().getBytes(StandardCharsets.UTF_8));
        AtomicFiles.write(targets);
    }

    private String head(long seed) {
        return String.join(
                "\n",
                FIRST_LINE,
                "Nobody in these files exists. The ids are invented, and no number that comes of them is a finding.",
                "",
                "plan: " + plan.input().file(),
                "plan sha256: " + plan.input().sha256(),
                "seed: " + seed,
                "random numbers: " + RandomStreams.NAME,
                "written by: " + Version.line(),
                "",
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

    /** The hashes of the files that the note names, by name. */
    private Map<String, String> noted() {
        Path note = folder.resolve(NOTE);
        Map<String, String> hashes = new HashMap<>();
        if (!Files.exists(note)) {
            return hashes;
        }
        List<String> lines =
                new String(read(note), StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE)) {
            throw RefusedException.of(FindingCode.E029, Location.COMMAND_LINE, note);
        }
        for (String line : lines) {
            Matcher file = FILE.matcher(line);
            if (file.matches()) {
                hashes.put(file.group(1), file.group(2));
            }
        }
        return hashes;
    }

    private static String sha256(Path file) {
        return Files.isRegularFile(file) ? sha256(read(file)) : "";
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw AtomicFile.refused(file, AtomicFile.reason(e), "name another folder");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
