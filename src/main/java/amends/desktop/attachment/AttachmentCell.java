package amends.desktop.attachment;

import amends.desktop.look.Look;
import amends.desktop.look.ScaledPicture;
import amends.desktop.look.Shade;
import amends.knowledge.Attachment;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.UIManager;

/** One of them in a row: the picture itself, or what kind of file it is; below it its name. */
final class AttachmentCell extends JPanel implements ListCellRenderer<Attachment> {
    private static final long serialVersionUID = 1;
    private final transient Look look;
    private final transient AttachmentsModel model;
    private transient Attachment shown;
    private boolean selected;
    private boolean focused;

    private final boolean low;

    /** @param low whether there is room for a name alone */
    AttachmentCell(Look look, AttachmentsModel model, boolean low) {
        this.look = look;
        this.model = model;
        this.low = low;
        setOpaque(false);
        setPreferredSize(new Dimension(look.px(88), look.px(64)));
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Attachment> list, Attachment value, int index, boolean isSelected, boolean hasFocus) {
        shown = value;
        selected = isSelected;
        focused = list.isFocusOwner();
        setFont(UIManager.getFont("small.font"));
        String kind = value.isPicture()
                ? look.get("attachment.picture")
                : value.kind().name();
        getAccessibleContext().setAccessibleName(value.spoken() + ", " + kind + ", " + FileSize.of(value.size()));
        return this;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        int gap = look.px(3);
        int line = g.getFontMetrics().getHeight();
        var place = new Rectangle(gap, gap, getWidth() - 2 * gap, getHeight() - 2 * gap - line);
        if (low) place.setBounds(0, 0, getWidth() - 1, getHeight());
        Optional<BufferedImage> picture = model.small(shown).map(ScaledPicture::image);
        if (low) frame(g, place);
        else if (picture.isPresent()) draw(g, picture.get(), place);
        else badge(g, shown.kind().name(), place);
        if (!low) frame(g, place);
        name(g, low ? (getHeight() + line) / 2 : line);
        g.dispose();
    }

    private static void draw(Graphics2D g, BufferedImage picture, Rectangle place) {
        double scale = Math.min(
                1, Math.min(place.width / (double) picture.getWidth(), place.height / (double) picture.getHeight()));
        int width = (int) (picture.getWidth() * scale);
        int height = (int) (picture.getHeight() * scale);
        g.drawImage(
                picture,
                place.x + (place.width - width) / 2,
                place.y + (place.height - height) / 2,
                width,
                height,
                null);
    }

    private static void badge(Graphics2D g, String kind, Rectangle place) {
        FontMetrics metrics = g.getFontMetrics();
        g.setColor(Shade.QUIET.color());
        g.drawString(
                kind,
                place.x + (place.width - metrics.stringWidth(kind)) / 2,
                place.y + (place.height - metrics.getHeight()) / 2 + metrics.getAscent());
    }

    private void frame(Graphics2D g, Rectangle place) {
        Color line = UIManager.getColor("Component.borderColor");
        g.setColor(selected && focused ? Shade.ACCENT.color() : line);
        g.setStroke(new BasicStroke(selected && focused ? look.px(2) : 1));
        g.drawRoundRect(place.x, place.y, place.width - 1, place.height - 1, look.px(6), look.px(6));
    }

    private void name(Graphics2D g, int line) {
        FontMetrics metrics = g.getFontMetrics();
        String words = shown.name();
        int room = getWidth() - look.px(4);
        for (int cut = words.length(); metrics.stringWidth(words) > room && cut > 1; cut--)
            words = shown.name().substring(0, shown.name().offsetByCodePoints(0, Math.max(0, cut - 2))) + "…";
        g.setColor(selected && focused ? getForeground() : Shade.QUIET.color());
        g.drawString(words, (getWidth() - metrics.stringWidth(words)) / 2, getHeight() - line + metrics.getAscent());
    }
}
