package org.ipstrial.cli;

import java.util.Arrays;
import java.util.List;

/**
 * How findings are told.
 *
 * @param json  as JSON lines instead of text
 * @param quiet refusals only
 */
record Messages(boolean json, boolean quiet) {

    /**
     * Told from the arguments themselves, because a command line that cannot be read has findings too.
     *
     * @param args the arguments of the program
     */
    static Messages of(String[] args) {
        List<String> arguments = Arrays.asList(args);
        int option = arguments.lastIndexOf("--messages");
        boolean json = arguments.contains("--messages=json")
                || (option >= 0
                        && option + 1 < arguments.size()
                        && arguments.get(option + 1).equals("json"));
        return new Messages(json, arguments.contains("-q") || arguments.contains("--quiet"));
    }
}
