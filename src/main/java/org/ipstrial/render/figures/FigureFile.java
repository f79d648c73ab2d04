package org.ipstrial.render.figures;

import java.util.Optional;
import org.ipstrial.render.svg.CurveSvg;
import org.ipstrial.render.svg.ForestSvg;
import org.ipstrial.render.svg.FunnelSvg;
import org.ipstrial.render.svg.HazardTrendSvg;
import org.ipstrial.render.svg.TippingSvg;
import org.ipstrial.render.svg.TraceSvg;
import org.ipstrial.render.svg.TrajectorySvg;
import org.ipstrial.report.Block;
import org.ipstrial.report.CurvePlot;
import org.ipstrial.report.ForestPlot;
import org.ipstrial.report.FunnelPlot;
import org.ipstrial.report.HazardTrendPlot;
import org.ipstrial.report.Language;
import org.ipstrial.report.TippingMap;
import org.ipstrial.report.TracePlot;
import org.ipstrial.report.TrajectoryPlot;

/**
 * A figure as a file.
 *
 * @param kind what it is, as a part of a file's name
 * @param svg  the figure as SVG
 * @param csv  what is drawn, as CSV
 */
public record FigureFile(String kind, String svg, String csv) {

    /** The figure that a block of a report is; nothing for words and tables; its axes as a language writes numbers. */
    public static Optional<FigureFile> of(Block block, Language language) {
        return block.accept(new Files(language))
                .map(file -> new FigureFile(file.kind(), file.svg(), language.written(file.csv())));
    }

    private record Files(Language language) implements Block.Visitor<Optional<FigureFile>> {
        @Override
        public Optional<FigureFile> heading(Block.Heading heading) {
            return Optional.empty();
        }

        @Override
        public Optional<FigureFile> paragraph(Block.Paragraph paragraph) {
            return Optional.empty();
        }

        @Override
        public Optional<FigureFile> verbatim(Block.Verbatim verbatim) {
            return Optional.empty();
        }

        @Override
        public Optional<FigureFile> table(Block.Table table) {
            return Optional.empty();
        }

        @Override
        public Optional<FigureFile> forest(ForestPlot plot) {
            return Optional.of(new FigureFile("forest", ForestSvg.document(plot, language), FigureData.of(plot)));
        }

        @Override
        public Optional<FigureFile> funnel(FunnelPlot plot) {
            return Optional.of(new FigureFile("funnel", FunnelSvg.document(plot, language), FigureData.of(plot)));
        }

        @Override
        public Optional<FigureFile> curves(CurvePlot plot) {
            return Optional.of(new FigureFile("curves", CurveSvg.document(plot, language), FigureData.of(plot)));
        }

        @Override
        public Optional<FigureFile> tipping(TippingMap map) {
            return Optional.of(new FigureFile("tipping", TippingSvg.document(map, language), FigureData.of(map)));
        }

        @Override
        public Optional<FigureFile> traces(TracePlot plot) {
            return Optional.of(new FigureFile("traces", TraceSvg.document(plot, language), FigureData.of(plot)));
        }

        @Override
        public Optional<FigureFile> trajectories(TrajectoryPlot plot) {
            return Optional.of(
                    new FigureFile("trajectories", TrajectorySvg.document(plot, language), FigureData.of(plot)));
        }

        @Override
        public Optional<FigureFile> hazardTrend(HazardTrendPlot plot) {
            return Optional.of(
                    new FigureFile("hazard-trend", HazardTrendSvg.document(plot, language), FigureData.of(plot)));
        }
    }
}
