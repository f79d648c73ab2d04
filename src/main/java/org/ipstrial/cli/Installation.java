package org.ipstrial.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.digest.Sha256;

/** What runs, and where, for the log of a self-test: nothing of the user, no name of a folder. */
final class Installation {

    private Installation() {}

    /** Program with version and SHA-256 of its file, Java and platform, each under its name. */
    static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("program", Version.line());
        facts.put("program file", programFile());
        facts.put("java", System.getProperty("java.version") + ", " + System.getProperty("java.vendor"));
        facts.put("virtual machine", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put(
                "platform",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"));
        return facts;
    }

    /** The jar that the Java machine was started with; the place of a class would be a URL, which nothing here touches. */
    private static String programFile() {
        String path = System.getProperty("java.class.path");
        Optional<Path> jar = path.contains(File.pathSeparator) || !path.endsWith(".jar")
                ? Optional.empty()
                : Optional.of(Path.of(path)).filter(Files::isRegularFile);
        try {
            return jar.isEmpty()
                    ? "compiled classes, not a file that was installed"
                    : jar.get().getFileName() + ", SHA-256 " + sha256(jar.get());
        } catch (IOException e) {
            return "not readable";
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.of(in);
        }
    }
}
