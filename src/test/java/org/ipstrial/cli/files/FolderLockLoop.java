package org.ipstrial.cli.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipstrial.finding.RefusedException;

/**
 * Takes the lock of the folder named and gives it back, over and over, until it is told to end; says once that it has begun.
 * While it holds the lock it has a file there. It ends with 9 where another's is found, and with 8 where the lock was not to
 * be had a single time in as many rounds as it has.
 */
final class FolderLockLoop {

    static final String INSIDE = "inside.txt";
    static final int MIXED = 9;
    static final int NEVER = 8;

    private FolderLockLoop() {}

    public static void main(String... words) throws IOException {
        Path folder = Path.of(words[0]);
        long rounds = Long.parseLong(words[1]);
        boolean inside = Boolean.parseBoolean(words[2]);
        long held = 0;
        for (long round = 0; round < rounds; round++) {
            try {
                FolderLock lock = FolderLock.of(folder);
                if (inside) {
                    Files.createFile(folder.resolve(INSIDE));
                    Files.delete(folder.resolve(INSIDE));
                }
                held++;
                lock.close();
            } catch (FileAlreadyExistsException e) {
                Runtime.getRuntime().halt(MIXED);
            } catch (RefusedException e) {
                // Another holds it, or the program was told to end.
                Thread.onSpinWait();
            }
            if (round == 0) {
                System.out.println("begun");
            }
        }
        System.exit(held == 0 ? NEVER : 0);
    }
}
