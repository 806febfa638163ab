package amends.report;

import amends.report.Paper.Cell;
import amends.report.Paper.Format;
import amends.report.Paper.Part;
import amends.report.Paper.Picture;
import amends.report.Paper.Table;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Reports as a test writes them. */
public final class Papers {
    private Papers() {}

    public static Paper of(int rows, String hostile) {
        var cells = new ArrayList<List<Cell>>();
        for (int i = 0; i < rows; i++)
            cells.add(List.of(
                    Cell.text(i == 0 ? hostile : "上海分行 " + i),
                    Cell.number("72.5 %", 0.725, Format.PERCENT),
                    Cell.number("120", 120, Format.COUNT),
                    Cell.text("客户不足 5 位")));
        var table = new Table(List.of("分行", "本期", "件数", "上期"), cells);
        return new Paper(
                "zh-CN",
                "补救报表",
                "2026 年 3 月 2 日至 8 日 · 全体",
                List.of("客户不足 5 位的分组不显示，以免有人被认出。满意度为 1 至 5 分的平均值。".repeat(3)),
                List.of(
                        new Part("满意度", Optional.of(picture()), table),
                        new Part("满意度", Optional.empty(), table),
                        new Part("Late: [answers] / by branch? *", Optional.empty(), table)));
    }

    private static Picture picture() {
        var image = new BufferedImage(960, 320, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 960, 320);
        g.setColor(new Color(0x3d5bd9));
        g.fillRect(40, 120, 100, 180);
        g.dispose();
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new Picture(png.toByteArray(), 480, 160);
    }
}
