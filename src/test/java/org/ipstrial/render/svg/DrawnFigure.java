package org.ipstrial.render.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A figure as it was drawn: words at a journal's column or page apart from each other, within it and no smaller than six
 * points.
 *
 * @param page  the page
 * @param words where words stand
 */
record DrawnFigure(Rectangle2D page, List<Rectangle2D> words) {

    private static final double COLUMN_IN_POINTS = 84 / 25.4 * 72;
    private static final double PAGE_IN_POINTS = 174 / 25.4 * 72;
    private static final double LEAST_POINTS = 6;

    static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /** Reads a figure and checks its words. */
    static DrawnFigure checked(Element svg) {
        String[] box = svg.getAttribute("viewBox").split(" ");
        double width = Double.parseDouble(box[2]);
        double height = Double.parseDouble(box[3]);
        double size = number(svg, "font-size");
        assertThat(svg.getAttribute("width")).isIn("84mm", "174mm");
        double drawn = svg.getAttribute("width").equals("84mm") ? COLUMN_IN_POINTS : PAGE_IN_POINTS;
        assertThat(size * drawn / width).isGreaterThanOrEqualTo(LEAST_POINTS);

        List<Rectangle2D> words = new ArrayList<>();
        NodeList texts = svg.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            double wide = SvgText.width(text.getTextContent(), size);
            double left = number(text, "x")
                    - switch (text.getAttribute("text-anchor")) {
                        case "middle" -> wide / 2;
                        case "end" -> wide;
                        default -> 0;
                    };
            words.add(new Rectangle2D.Double(left, number(text, "y") - 0.72 * size, wide, 0.92 * size));
        }
        Rectangle2D page = new Rectangle2D.Double(-0.01, -0.01, width + 0.02, height + 0.02);
        for (int i = 0; i < words.size(); i++) {
            assertThat(page.contains(words.get(i)))
                    .as("%s inside %s", words.get(i), page)
                    .isTrue();
            for (int j = 0; j < i; j++) {
                assertThat(words.get(i).intersects(words.get(j)))
                        .as("%s on %s", words.get(i), words.get(j))
                        .isFalse();
            }
        }
        return new DrawnFigure(page, words);
    }

    /** Checks that something drawn is within the page and on no word. */
    void apart(Rectangle2D drawn) {
        assertThat(page.contains(drawn)).as("%s inside %s", drawn, page).isTrue();
        words.forEach(text ->
                assertThat(text.intersects(drawn)).as("%s on %s", drawn, text).isFalse());
    }
}
