package amends.desktop.knowledge;

import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.Shape;
import javax.swing.text.AbstractDocument;
import javax.swing.text.Element;
import javax.swing.text.ParagraphView;
import javax.swing.text.StyledEditorKit;
import javax.swing.text.ViewFactory;

/**
 * Paints hanging lines once. Swing paints the first line of a paragraph again when it begins before the others, and
 * what is painted twice with soft edges looks bold.
 */
final class HangingKit extends StyledEditorKit {
    private static final long serialVersionUID = 1;

    @Override
    public ViewFactory getViewFactory() {
        ViewFactory usual = super.getViewFactory();
        return element -> AbstractDocument.ParagraphElementName.equals(element.getName())
                ? new Paragraph(element)
                : usual.create(element);
    }

    private static final class Paragraph extends ParagraphView {
        private boolean begun;

        Paragraph(Element element) {
            super(element);
        }

        @Override
        public void paint(Graphics g, Shape allocation) {
            begun = false;
            super.paint(g, allocation);
        }

        @Override
        protected void paintChild(Graphics g, Rectangle allocation, int index) {
            if (index == 0 && begun) return;
            begun |= index == 0;
            super.paintChild(g, allocation, index);
        }
    }
}
