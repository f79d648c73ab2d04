package org.ipstrial.plan.participants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files a plan may name. */
class PlanFolderTest {

    @TempDir
    private Path folder;

    private final Findings findings = new Findings();

    private Optional<Path> file(Path plan, String path) {
        String text = "'" + path.replace("'", "''") + "'";
        PlanValue value = PlanValue.root(YamlReader.read("plan", text, findings).orElseThrow(), "plan", findings);
        return new PlanFolder(plan).file(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "participants.csv",
                "./participants.csv",
                "data/participants.csv",
                "data/../participants.csv",
                "my data/deltagere æøå 50%.csv",
                "..participants.csv",
                "costs $.csv"
            })
    void aFileInTheFolderOrBelow(String path) {
        assertThat(file(folder.resolve("plan.yaml"), path))
                .contains(folder.resolve(Path.of(path).normalize()));
        assertThat(findings.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "..",
                "../participants.csv",
                "data/../../participants.csv",
                "file:///etc/passwd",
                "https://localhost/x.csv",
                "jar:file:x.jar",
                "C:\\x.csv",
                "C:/x.csv",
                "\\\\server\\x.csv",
                "data\\x.csv",
                "${HOME}/x.csv",
                "$HOME/x.csv",
                "$(id).csv",
                "%APPDATA%/x.csv",
                "~/x.csv",
                "~root/x.csv"
            })
    void noFileElsewhere(String path) {
        assertThat(file(folder.resolve("plan.yaml"), path)).isEmpty();
        assertThat(findings.codes()).containsExactly(FindingCode.E416);
    }

    @Test
    void aLinkThatStaysInTheFolderIsFollowed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "");
        Files.createSymbolicLink(folder.resolve("b.csv"), file);
        assertThat(file(folder.resolve("plan.yaml"), "b.csv")).contains(folder.resolve("b.csv"));
    }

    @Test
    void aLinkThatLeadsOutIsNot() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.createDirectory(folder.resolve("outside"));
        Files.writeString(folder.resolve("outside/a.csv"), "");
        Files.createSymbolicLink(inside.resolve("data"), folder.resolve("outside"));
        assertThat(file(inside.resolve("plan.yaml"), "data/a.csv")).isEmpty();
        assertThat(findings.codes()).containsExactly(FindingCode.E416);
    }

    @Test
    void aPlanInTheCurrentFolderNamesFilesThere() {
        assertThat(file(Path.of("plan.yaml"), "participants.csv")).contains(Path.of("participants.csv"));
    }
}
