package org.ipstrial.dataimport.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.NearestName;
import org.ipstrial.finding.RefusedException;

/**
 * A file on disk, refused by name where it is not one that can be read.
 *
 * @param path as the user typed it
 */
public record FileSource(Path path) implements DataSource {

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public InputStream open() throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.notExists(path)) {
            throw refused(FindingCode.E150, absolute, nearest(absolute));
        }
        if (Files.isDirectory(path)) {
            throw refused(FindingCode.E151, absolute);
        }
        if (Files.isSymbolicLink(path) && !Files.exists(path)) {
            throw refused(FindingCode.E152, absolute, "a link that leads back to itself", "mend the link");
        }
        if (!Files.isReadable(path)) {
            throw refused(FindingCode.E152, absolute, "permission denied", "ask for permission to read it");
        }
        // A pipe or a device would block or never end.
        if (!Files.isRegularFile(path)) {
            throw refused(FindingCode.E153, absolute);
        }
        return new UnchangedFile(path);
    }

    private RefusedException refused(FindingCode code, Object... arguments) {
        return RefusedException.of(code, Location.file(name()), arguments);
    }

    private static String nearest(Path absent) {
        Path folder = absent.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "there is no such folder either";
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> names = entries.filter(Files::isRegularFile)
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
            return NearestName.to(absent.getFileName().toString(), names)
                    .map(name -> "the nearest name in that folder is '" + name + "'")
                    .orElse("no file in that folder has a name like it");
        } catch (IOException e) {
            return "see that folder and name are right";
        }
    }
}
