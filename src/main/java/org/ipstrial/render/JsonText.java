package org.ipstrial.render;

import org.ipstrial.finding.VisibleText;

/** Finished JSON in plain sight: what a terminal or a build server would obey is written as an escape of JSON. */
public final class JsonText {

    private JsonText() {}

    /** The same JSON; outside of its texts there is nothing to escape. */
    public static String inert(String json) {
        StringBuilder safe = new StringBuilder(json.length() + 16);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean second = c == '#' && i > 0 && json.charAt(i - 1) == '#';
            if (second || (c >= 0x7f && VisibleText.isHiddenAt(json, i))) {
                safe.append("\\u").append(VisibleText.hex(c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }
}
