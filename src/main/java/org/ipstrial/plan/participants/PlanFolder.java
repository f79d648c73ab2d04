package org.ipstrial.plan.participants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/**
 * The folder of a plan. A plan names files in it or below it only, so that a plan from somebody else cannot have other
 * files of this computer read and their labels printed.
 *
 * @param plan the plan file, as the user named it
 */
public record PlanFolder(Path plan) {

    private static final Pattern VARIABLE = Pattern.compile("\\$[{(A-Za-z_]|%[A-Za-z_]+%|^~");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

    /**
     * A file that the plan names, as the user would name it. A file that does not exist is left to whoever opens it.
     *
     * @param value the path in the plan, with {@code /} between folders
     * @return the file; nothing where the path is refused
     */
    public Optional<Path> file(PlanValue value) {
        Optional<String> text = value.text().map(Sited::value);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String path = text.get();
        Optional<String> wrong = lexical(path);
        if (wrong.isEmpty()) {
            wrong = link(path);
        }
        wrong.ifPresent(what -> value.refuse(
                FindingCode.E416,
                PlanWords.cut(path),
                what,
                "put the file beside the plan and name it as participants.csv"));
        return wrong.isPresent() ? Optional.empty() : Optional.of(beside(path));
    }

    private static Optional<String> lexical(String path) {
        if (SCHEME.matcher(path).matches()) {
            return Optional.of("is an address or names a drive");
        }
        if (VARIABLE.matcher(path).find()) {
            return Optional.of("holds a variable, and variables are not filled in");
        }
        if (path.contains("\\")) {
            return Optional.of("holds a backslash");
        }
        if (path.startsWith("/")) {
            return Optional.of("begins at the root of the file system");
        }
        try {
            return Path.of(path).normalize().startsWith("..")
                    ? Optional.of("leads out of the folder")
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.of("cannot be a path");
        }
    }

    private Optional<String> link(String path) {
        Path file = beside(path);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Path folder = beside("").toRealPath();
            return file.toRealPath().startsWith(folder)
                    ? Optional.empty()
                    : Optional.of("leads out of the folder through a link");
        } catch (IOException e) {
            return Optional.of("cannot be followed");
        }
    }

    private Path beside(String path) {
        Path folder = plan.getParent();
        Path below = Path.of(path).normalize();
        return folder == null ? below : folder.resolve(below);
    }
}
