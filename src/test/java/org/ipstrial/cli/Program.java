package org.ipstrial.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/** The real program for tests in other packages. */
public final class Program {

    private Program() {}

    /** Runs it in this process and gives its exit code. */
    public static int run(String[] args, OutputStream out, OutputStream err) {
        return Main.run(args, new Console(new ByteArrayInputStream(new byte[0]), out, err));
    }

    /** The names of its commands. */
    public static List<String> commands() {
        return Arrays.stream(Commands.values()).map(Commands::id).toList();
    }
}
