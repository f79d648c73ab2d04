package org.ipstrial.cli.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The hidden files of one act of writing. They are gone when it is over, and when the program is told to end in its midst:
 * then no more are made, and what is being put in place is first put there, or taken back, whole.
 */
final class Temporaries implements AutoCloseable {

    /** What puts files in their places. */
    @FunctionalInterface
    interface Placing {
        /** Moves the files. */
        void run() throws IOException;
    }

    private final List<Path> files = new ArrayList<>();
    private final Thread removal = new Thread(this::clear);
    private boolean over;

    /** Begins an act of writing; where the program is ending already, none. */
    Temporaries() throws IOException {
        try {
            Runtime.getRuntime().addShutdownHook(removal);
        } catch (IllegalStateException e) {
            throw ending();
        }
    }

    /** One hidden file that is there already. */
    static Temporaries of(Path file) throws IOException {
        Temporaries temporaries = new Temporaries();
        temporaries.files.add(file);
        return temporaries;
    }

    /** An empty hidden file beside a target; see {@link AtomicFile#create}. */
    synchronized Path create(Path target, boolean owner) throws IOException {
        if (over) {
            throw ending();
        }
        Path file = AtomicFile.create(target, owner);
        files.add(file);
        return file;
    }

    /** Puts files in their places, which the end of the program waits for. */
    synchronized void place(Placing placing) throws IOException {
        if (over) {
            throw ending();
        }
        placing.run();
    }

    private synchronized void clear() {
        over = true;
        files.forEach(AtomicFile::delete);
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(removal);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook has run or will run: there is nothing left for it to do.
            return;
        }
    }

    private static IOException ending() {
        return new IOException("the program was told to end");
    }
}
