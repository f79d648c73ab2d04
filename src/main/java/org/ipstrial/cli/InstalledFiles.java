package org.ipstrial.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.ipstrial.cli.install.BashCompletion;
import org.ipstrial.cli.install.FishCompletion;
import org.ipstrial.cli.install.ManualPage;
import org.ipstrial.cli.install.ZshCompletion;
import picocli.CommandLine.Model.CommandSpec;

/** Writes what the release has beside the program, each file where its reader looks for it; the build runs it. */
final class InstalledFiles {

    private static final int LENGTH_OF_DAY = "2026-11-01".length();

    private InstalledFiles() {}

    /**
     * Writes the files.
     *
     * @param args the folder that holds {@code bin}, and the moment that the version carries, as {@code 2026-11-01T00:00:00Z}
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        for (Map.Entry<String, String> file : files(args[1]).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Texts by the names of their files. */
    static Map<String, String> files(String moment) {
        CommandSpec program = Commands.commandLine(new String[0]).getCommandSpec();
        Map<String, String> files = new TreeMap<>();
        ManualPage.all(program, environment(moment)).forEach((name, text) -> files.put("share/man/man1/" + name, text));
        files.put("share/bash-completion/completions/ipstrial", BashCompletion.of(program));
        files.put("share/zsh/site-functions/_ipstrial", ZshCompletion.of(program));
        files.put("share/fish/vendor_completions.d/ipstrial.fish", FishCompletion.of(program));
        return files;
    }

    private static ManualPage.Environment environment(String moment) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("JAVA_HOME", "The Java to run on, 17 or later; without it the java on the PATH.");
        variables.put(
                "IPSTRIAL_JAVA_OPTS",
                "More options for Java, such as -Xmx4g; they come last and win over the launcher's.");
        variables.put(
                "XDG_CACHE_HOME",
                "Where the launcher keeps what makes it start fast, if the installation cannot be written; ~/.cache without"
                        + " it. No data are kept there.");
        variables.put("NO_COLOR", "If it is set, help pages have no colour.");
        return new ManualPage.Environment(
                Version.line(), moment.substring(0, LENGTH_OF_DAY), ExitCode.MEANINGS, variables);
    }
}
