package org.ipstrial.render.svg;

import java.util.List;

/** By what the curves of up to four arms are told apart. */
final class CurveColours {

    /** Blue as it is; vermillion, bluish green and reddish purple darkened. */
    static final List<String> ON_WHITE = List.of("#0072B2", "#BA5200", "#007A59", "#A3477F");

    /** Sky blue and orange as they are; bluish green and reddish purple lightened. */
    static final List<String> ON_DARK = List.of("#56B4E9", "#E69F00", "#2FBF93", "#D98BB8");

    private static final List<String> DASHES = List.of("", "5 2", "1.5 1.5", "7 2 1.5 2");

    private CurveColours() {}

    /** The attributes of an arm's line. */
    static String of(int arm) {
        String dash = DASHES.get(arm);
        return coloured(arm) + " stroke-width=\"1.1\"" + (dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"");
    }

    /** An arm's colour alone. */
    static String coloured(int arm) {
        return " class=\"arm-" + (arm + 1) + "\" color=\"" + ON_WHITE.get(arm) + "\"";
    }

    /** What gives a dark screen its own colours; paper keeps the others. */
    static String style() {
        StringBuilder style = new StringBuilder("@media screen and (prefers-color-scheme: dark) {");
        for (int arm = 0; arm < ON_DARK.size(); arm++) {
            style.append(" .arm-")
                    .append(arm + 1)
                    .append(" { color: ")
                    .append(ON_DARK.get(arm))
                    .append("; }");
        }
        return style.append(" }\n").toString();
    }
}
