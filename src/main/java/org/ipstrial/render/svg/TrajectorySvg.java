package org.ipstrial.render.svg;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ipstrial.report.Language;
import org.ipstrial.report.Numerals;
import org.ipstrial.report.TrajectoryPlot;
import org.ipstrial.report.TrajectoryPlot.Team;

/**
 * Scores over time as SVG for a column of 84 mm, all words at 7 points: a legend, a line through each team's reviews, the
 * cut points of the bands with their names, and the axis of days. A review that leaves a range is a bar from the lowest to
 * the highest score. Colours and dashes are those of the other figures.
 */
public final class TrajectorySvg {

    private static final double WIDTH = 238;
    private static final double SIZE = 7;
    private static final double LINE = 8.5;
    private static final double GAP = 4;
    private static final double TICK = 3;
    private static final double SWATCH = 22;
    private static final double PLOT = 120;
    private static final double DOT = 1.6;
    private static final double DAYS_A_YEAR = 366;

    private final TrajectoryPlot plot;
    private final SvgCanvas canvas = new SvgCanvas(SIZE);
    private final double left;
    private final double right;
    private double top;
    private double bottom;
    private double y;

    private TrajectorySvg(TrajectoryPlot plot) {
        this.plot = plot;
        double scores =
                Math.max(SvgText.width(Axis.label(plot.least()), SIZE), SvgText.width(Axis.label(plot.most()), SIZE));
        double bands = plot.cuts().stream()
                .mapToDouble(cut -> SvgText.width(cut.label(), SIZE))
                .max()
                .orElse(0);
        this.left = scores + TICK + 2;
        this.right = WIDTH - Math.min(bands, WIDTH / 3) - GAP;
    }

    /** The plot to stand in a page, in the page's colours. */
    public static String inline(TrajectoryPlot plot) {
        return new TrajectorySvg(plot).draw("");
    }

    /** The plot as a file of its own, black on white. */
    public static String document(TrajectoryPlot plot) {
        return document(plot, Language.EN);
    }

    /** The same with its numbers as a language writes them. */
    public static String document(TrajectoryPlot plot, Language language) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + language.written(new TrajectorySvg(plot).draw(" style=\"color:#000;background:#fff\""));
    }

    private String draw(String attributes) {
        y = LINE;
        for (int team = 0; team < plot.teams().size(); team++) {
            canvas.line(0, y - SIZE / 3, SWATCH, y - SIZE / 3, CurveColours.of(team));
            for (String line : SvgText.lines(plot.teams().get(team).label(), SIZE, WIDTH - SWATCH - GAP)) {
                canvas.words(SWATCH + GAP, y, line, "");
                y += LINE;
            }
        }
        for (String line : SvgText.lines(plot.score(), SIZE, WIDTH)) {
            canvas.words(0, y, line, "");
            y += LINE;
        }
        top = y + GAP;
        bottom = top + PLOT;
        bands();
        for (int team = plot.teams().size() - 1; team >= 0; team--) {
            line(plot.teams().get(team), team);
        }
        axes();
        return canvas.svg(WIDTH, y - LINE + GAP, plot.title(), attributes);
    }

    private void bands() {
        double above = plot.most();
        for (TrajectoryPlot.Cut cut : plot.cuts()) {
            double middle = (height(above) + height(cut.from())) / 2;
            List<String> words = SvgText.lines(cut.label(), SIZE, WIDTH - right - GAP + 0.01);
            double at = middle - (words.size() - 1) * LINE / 2 + SIZE / 3;
            for (String line : words) {
                canvas.words(right + GAP, at, line, "");
                at += LINE;
            }
            if (cut.from() > plot.least()) {
                canvas.line(left, height(cut.from()), right, height(cut.from()), " stroke-width=\"0.35\"");
            }
            above = cut.from();
        }
    }

    private void line(Team team, int number) {
        StringBuilder path = new StringBuilder();
        for (int review = 0; review < team.days().length; review++) {
            double x = x(team.days()[review]);
            double low = height(team.least()[review]);
            double high = height(team.most()[review]);
            if (plot.steps()) {
                double before = height(team.least()[Math.max(0, review - 1)]);
                path.append(review == 0 ? "M" : " L").append(SvgCanvas.point(x, before));
                path.append(" L").append(SvgCanvas.point(x, low));
                continue;
            }
            path.append(review == 0 ? "M" : " L").append(SvgCanvas.point(x, (low + high) / 2));
            double half = low == high ? DOT : (low - high) / 2;
            double centre = (low + high) / 2;
            canvas.path(
                    "M" + SvgCanvas.point(x, centre - half) + " L" + SvgCanvas.point(x, centre + half),
                    CurveColours.coloured(number) + " stroke-width=\"" + (low == high ? "3.2" : "1.1") + "\"");
        }
        canvas.path(path.toString(), CurveColours.of(number));
    }

    private void axes() {
        canvas.line(left, top, left, bottom, "");
        canvas.line(left, bottom, right, bottom, "");
        List<Double> marks = new ArrayList<>(List.of(plot.least(), plot.most()));
        plot.cuts().forEach(cut -> marks.add(cut.from()));
        double below = Double.POSITIVE_INFINITY;
        for (double mark : marks.stream().distinct().sorted().toList()) {
            canvas.line(left - TICK, height(mark), left, height(mark), "");
            // A number that would stand on the one below it is left out; its tick is not.
            if (below - height(mark) >= SIZE) {
                canvas.words(left - TICK - 1, height(mark) + SIZE / 3, Axis.label(mark), " text-anchor=\"end\"");
                below = height(mark);
            }
        }
        y = bottom + TICK + SIZE;
        double taken = Double.NEGATIVE_INFINITY;
        for (LocalDate day : days()) {
            double at = x(day.toEpochDay());
            String words = Numerals.day(day);
            double half = SvgText.width(words, SIZE) / 2;
            double centre = Math.min(Math.max(at, half), WIDTH - half);
            canvas.line(at, bottom, at, bottom + TICK, "");
            if (centre - half > taken + 2) {
                canvas.words(centre, y, words, " text-anchor=\"middle\"");
                taken = centre + half;
            }
        }
        y += LINE;
    }

    /** The days that are marked: the first and the last, or the first of January where there are years between. */
    private List<LocalDate> days() {
        LocalDate first = LocalDate.ofEpochDay((long) plot.firstDay());
        LocalDate last = LocalDate.ofEpochDay((long) plot.lastDay());
        List<LocalDate> days = new ArrayList<>();
        if (plot.lastDay() - plot.firstDay() < 2 * DAYS_A_YEAR) {
            days.add(first);
            if (!last.equals(first)) {
                days.add(last);
            }
            return days;
        }
        for (int year = first.getYear() + 1; year <= last.getYear(); year++) {
            days.add(LocalDate.of(year, 1, 1));
        }
        return days;
    }

    private double x(double day) {
        double span = plot.lastDay() - plot.firstDay();
        return span == 0 ? (left + right) / 2 : left + DOT + (day - plot.firstDay()) / span * (right - left - 2 * DOT);
    }

    private double height(double score) {
        return bottom - (score - plot.least()) / (plot.most() - plot.least()) * PLOT;
    }
}
