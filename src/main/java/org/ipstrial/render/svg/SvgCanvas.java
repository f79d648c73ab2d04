package org.ipstrial.render.svg;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a figure is drawn on: words, lines and shapes one after the other. */
final class SvgCanvas {

    /** The width of a column in points, 84 mm; what is wider has that of a page, 174 mm. */
    static final double COLUMN = 238;

    private final StringBuilder svg = new StringBuilder();
    private final double size;

    /**
     * Nothing drawn yet.
     *
     * @param size the size of all words
     */
    SvgCanvas(double size) {
        this.size = size;
    }

    /** Words on a baseline. */
    void words(double at, double baseline, String words, String attributes) {
        svg.append("<text x=\"")
                .append(text(at))
                .append("\" y=\"")
                .append(text(baseline))
                .append('"');
        svg.append(attributes).append('>').append(SvgText.escaped(words)).append("</text>\n");
    }

    /** A line from point to point. */
    void line(double fromX, double fromY, double toX, double toY, String attributes) {
        path("M" + point(fromX, fromY) + " L" + point(toX, toY), attributes);
    }

    /** A line through points; its width unless the attributes say it is 0.7. */
    void path(String points, String attributes) {
        String width = attributes.contains("stroke-width") ? "" : " stroke-width=\"0.7\"";
        svg.append("<path fill=\"none\" stroke=\"currentColor\"").append(width).append(attributes);
        svg.append(" d=\"").append(points).append("\"/>\n");
    }

    /** A faint area. */
    void area(String points, String attributes) {
        svg.append("<path fill=\"currentColor\" fill-opacity=\"0.15\"").append(attributes);
        svg.append(" d=\"").append(points).append("\"/>\n");
    }

    /** A shape. */
    void filled(String points) {
        svg.append("<path d=\"").append(points).append("\"/>\n");
    }

    /** A square around a point. */
    void square(double x, double y, double side) {
        svg.append("<rect x=\"").append(text(x - side / 2));
        svg.append("\" y=\"").append(text(y - side / 2));
        svg.append("\" width=\"").append(text(side));
        svg.append("\" height=\"").append(text(side)).append("\"/>\n");
    }

    /** A ring around a point. */
    void ring(double x, double y, double radius) {
        svg.append("<circle fill=\"none\" stroke=\"currentColor\" stroke-width=\"0.7\" cx=\"")
                .append(text(x));
        svg.append("\" cy=\"").append(text(y));
        svg.append("\" r=\"").append(text(radius)).append("\"/>\n");
    }

    /** What is drawn on another, on top of this. */
    void append(SvgCanvas other) {
        svg.append(other.svg);
    }

    /** All of it for a column of 84 mm, or the 174 mm of a page where it is wider. */
    String svg(double width, double height, String title, String attributes) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + (width > COLUMN ? "174mm" : "84mm")
                + "\" viewBox=\"0 0 " + text(width) + " " + text(height) + "\" role=\"img\" aria-label=\""
                + SvgText.escaped(title) + "\" font-family=\""
                + SvgText.FONT + "\" font-size=\"" + text(size) + "\" fill=\"currentColor\"" + attributes + ">\n"
                + svg + "</svg>\n";
    }

    static String point(double x, double y) {
        return text(x) + " " + text(y);
    }

    /** A length with two decimals, so that the last bit of a sum shows nowhere. */
    static String text(double length) {
        BigDecimal digits =
                new BigDecimal(length).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return digits.signum() == 0 ? "0" : digits.toPlainString();
    }
}
