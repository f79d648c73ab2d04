package org.ipstrial.dataimport.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
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
    void aFolderIsNoNearestName() throws IOException {
        Files.createDirectory(folder.resolve("participants.csv"));

        assertThat(refused(DataSource.file(folder.resolve("participant.csv"))))
                .endsWith("; no file in that folder has a name like it [E150]");
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
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void refusesALinkThatLeadsNowhere() throws IOException {
        Path loop = Files.createSymbolicLink(folder.resolve("loop.csv"), Path.of("loop.csv"));
        Path broken = Files.createSymbolicLink(folder.resolve("broken.csv"), Path.of("gone.csv"));

        assertThat(refused(DataSource.file(loop)))
                .isEqualTo(
                        loop + ": " + loop + " could not be read (a link that leads back to itself); wanted a file that"
                                + " may be read; mend the link [E152]");
        assertThat(refused(DataSource.file(broken))).contains("there is no file " + broken, "[E150]");
    }

    @Test
    void refusesAFileThatChangesWhileItIsRead() throws IOException {
        String rows = "P1,A,1\n".repeat(50_000);
        for (String more : List.of("P2,B,0\n", "")) {
            Path file = Files.writeString(folder.resolve("data.csv"), rows);
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_400_000_000_000L));
            DataSource changing = new DataSource() {
                @Override
                public String name() {
                    return "data.csv";
                }

                @Override
                public InputStream open() throws IOException {
                    return new FilterInputStream(new FileSource(file).open()) {
                        private boolean changed;

                        @Override
                        public int read(byte[] to, int from, int length) throws IOException {
                            int read = super.read(to, from, length);
                            if (!changed) {
                                changed = true;
                                Files.writeString(file, more, StandardOpenOption.APPEND);
                                Files.setLastModifiedTime(file, FileTime.fromMillis(1_400_000_001_000L));
                            }
                            return read;
                        }
                    };
                }
            };

            assertThat(refused(changing))
                    .isEqualTo("data.csv: data.csv could not be read (it changed while it was read); wanted a file that"
                            + " may be read; try again, or copy it first [E152]");
        }
    }

    @Test
    void readsSingleBytesOfAnUnchangedFileToItsEnd() throws IOException {
        Path file = Files.write(folder.resolve("a.csv"), new byte[] {'a', (byte) 0xff, 0, '\n'});

        try (InputStream in = new UnchangedFile(file)) {
            assertThat(new int[] {in.read(), in.read(), in.read(), in.read(), in.read()})
                    .containsExactly('a', 0xff, 0, '\n', -1);
        }
        try (InputStream in = new UnchangedFile(file)) {
            assertThat(in.read()).isEqualTo('a');
            assertThat(in.read(new byte[9], 0, 0)).as("nothing asked for").isZero();
            assertThat(in.readAllBytes()).containsExactly(0xff, 0, '\n');
        }
    }

    @Test
    void findsAChangeThatKeepsTheSizeAndOneThatKeepsTheTime() throws IOException {
        for (boolean longer : new boolean[] {false, true}) {
            Path file = Files.writeString(folder.resolve("a.csv"), "abc");
            FileTime time = Files.getLastModifiedTime(file);
            try (InputStream in = new UnchangedFile(file)) {
                assertThat(in.read()).isEqualTo('a');
                Files.writeString(file, longer ? "abcd" : "xyz");
                Files.setLastModifiedTime(file, longer ? time : FileTime.fromMillis(time.toMillis() + 5_000));

                assertThatThrownBy(in::readAllBytes)
                        .isInstanceOf(IOException.class)
                        .hasMessage("it changed while it was read");
            }
        }
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
