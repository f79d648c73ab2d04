package org.ipstrial.render;

import java.util.List;
import org.ipstrial.report.Block;
import org.ipstrial.report.CurvePlot;
import org.ipstrial.report.ForestPlot;
import org.ipstrial.report.FunnelPlot;
import org.ipstrial.report.HazardTrendPlot;
import org.ipstrial.report.Language;
import org.ipstrial.report.TippingMap;
import org.ipstrial.report.TracePlot;
import org.ipstrial.report.TrajectoryPlot;

/** A format that has no pictures: figures are drawn in characters below their legends, or told in words. */
abstract class CharacterRenderer implements Block.Visitor<String> {

    private final Language language;

    CharacterRenderer(Language language) {
        this.language = language;
    }

    @Override
    public String forest(ForestPlot plot) {
        return verbatim(new Block.Verbatim(ForestText.lines(plot)));
    }

    @Override
    public String funnel(FunnelPlot plot) {
        return drawn(FunnelText.legend(plot), FunnelText.lines(plot));
    }

    @Override
    public String curves(CurvePlot plot) {
        return drawn(CurveText.legend(plot), CurveText.lines(plot, language));
    }

    @Override
    public String tipping(TippingMap map) {
        return drawn(TippingText.legend(map), TippingText.lines(map));
    }

    @Override
    public String traces(TracePlot plot) {
        return paragraph(new Block.Paragraph(plot.elsewhere()));
    }

    @Override
    public String trajectories(TrajectoryPlot plot) {
        return drawn(TrajectoryText.legend(plot), TrajectoryText.lines(plot, language));
    }

    @Override
    public String hazardTrend(HazardTrendPlot plot) {
        return paragraph(new Block.Paragraph(plot.caption()));
    }

    private String drawn(Block.Paragraph legend, List<String> lines) {
        return paragraph(legend) + "\n" + verbatim(new Block.Verbatim(lines));
    }
}
