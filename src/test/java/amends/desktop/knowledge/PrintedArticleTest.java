package amends.desktop.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.attachment.AttachmentsModel.Printed;
import amends.desktop.look.ScaledPicture;
import amends.knowledge.Attachment;
import amends.knowledge.FileKind;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.print.PageFormat;
import java.awt.print.Printable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrintedArticleTest {
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    /** Letter, an inch of margin: 468 by 648 points. */
    private final PageFormat paper = new PageFormat();

    private static Printed picture(int wide, int high, String alt) {
        var image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.RED);
        g.fillRect(0, 0, wide, high);
        g.dispose();
        return new Printed(
                new Attachment("0".repeat(64), "plan.png", FileKind.PNG, 1, Optional.empty(), alt),
                new ScaledPicture(image));
    }

    /** Where there is red on it; empty where there is no such page. */
    private Optional<Rectangle> red(PrintedArticle article, int page) {
        var sheet = new BufferedImage(612, 792, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 612, 792);
        g.setColor(Color.BLACK);
        int is = article.print(g, paper, page);
        g.dispose();
        if (is == Printable.NO_SUCH_PAGE) return Optional.empty();
        var found = new Rectangle(-1, -1);
        for (int x = 0; x < 612; x++)
            for (int y = 0; y < 792; y++)
                if (sheet.getRGB(x, y) == Color.RED.getRGB()) found.add(new Rectangle(x, y, 1, 1));
        return Optional.of(found);
    }

    @Test
    void a_picture_higher_than_the_page_is_made_to_fit_it_whole() {
        var article = new PrintedArticle(FONT, "退款几天到账\n\n3 天", List.of(picture(300, 1200, "三步")));
        assertThat(red(article, 0)).contains(new Rectangle(-1, -1));
        Rectangle at = red(article, 1).orElseThrow();
        assertThat(at.x).isEqualTo(72);
        assertThat(at.y).as("below its words").isGreaterThan(72);
        assertThat(at.y + at.height).isLessThanOrEqualTo(72 + 648);
        assertThat(at.height).isGreaterThan(600).isBetween(4 * at.width - 4, 4 * at.width + 4);
        assertThat(red(article, 2)).isEmpty();
    }

    @Test
    void a_wide_one_is_as_wide_as_the_page_and_a_small_one_stays_small() {
        var article = new PrintedArticle(FONT, "x", List.of(picture(1200, 300, "wide")));
        assertThat(red(article, 0).orElseThrow().getSize()).isEqualTo(new java.awt.Dimension(468, 117));
        var small = new PrintedArticle(FONT, "x", List.of(picture(40, 30, "small")));
        assertThat(red(small, 0).orElseThrow().getSize()).isEqualTo(new java.awt.Dimension(40, 30));
        assertThat(red(small, 1)).isEmpty();
    }

    @Test
    void long_words_go_on_over_the_pages_and_every_page_can_be_asked_for_twice() {
        var article = new PrintedArticle(FONT, "一行很长的字\n".repeat(100) + "word ".repeat(2000), List.of());
        int pages = 0;
        while (red(article, pages).isPresent()) pages++;
        assertThat(pages).isBetween(3, 12);
        assertThat(red(article, 0)).isPresent();
    }
}
