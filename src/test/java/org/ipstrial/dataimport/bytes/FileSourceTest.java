package org.ipstrial.dataimport.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.finding.Domain;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {

    @TempDir
    private Path folder;

    @Test
    void namesTheAbsolutePathAndTheNearestName() throws IOException {
        Files.writeString(folder.resolve("participants.csv"), "id\n");

        assertThat(refused(DataSource.file(folder.resolve("participant.csv"))))
                .isEqualTo(folder + "/participant.csv: there is no file " + folder
                        + "/participant.csv; wanted a CSV file or a plan;"
                        + " the nearest name in that folder is 'participants.csv' [E150]");
        assertThat(refused(DataSource.file(folder.resolve("elsewhere.txt"))))
                .endsWith("; no file in that folder has a name like it [E150]");
        assertThat(refused(DataSource.file(folder.resolve("no/such.csv"))))
                .endsWith("; there is no such folder either [E150]");
    }

    @Test
    void refusesAFolder() {
        assertThat(refused(DataSource.file(folder)))
                .isEqualTo(
                        folder + ": " + folder + " is a folder; wanted a CSV file or a plan; name a file in it [E151]");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesADevice() {
        assertThat(refused(DataSource.file(Path.of("/dev/zero"))))
                .isEqualTo(
                        "/dev/zero: /dev/zero is not an ordinary file; wanted a file, or - for standard input; pipe it"
                                + " in and give - [E153]");
    }

    @Test
    void saysWhyReadingFailed() {
        DataSource broken = new DataSource() {
            @Override
            public String name() {
                return "x.csv";
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("the disk is gone");
            }
        };

        assertThat(refused(broken))
                .isEqualTo(
                        "x.csv: x.csv could not be read (the disk is gone); wanted a file that may be read; try again,"
                                + " or copy it first [E152]");
    }

    @Test
    void hashesWhatItReads() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "abc");

        RawBytes raw = RawBytes.read(DataSource.file(file));

        assertThat(raw.bytes()).containsExactly('a', 'b', 'c');
        assertThat(raw.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static String refused(DataSource source) {
        RefusedException e = catchThrowableOfType(RefusedException.class, () -> RawBytes.read(source));
        assertThat(e.findings().inReadingOrder()).hasSize(1);
        Finding finding = e.findings().inReadingOrder().get(0);
        assertThat(finding.code().domain()).isEqualTo(Domain.FILE);
        return finding.line();
    }
}
