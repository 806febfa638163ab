package amends.desktop.look;

import com.formdev.flatlaf.extras.FlatSVGUtils;
import com.formdev.flatlaf.util.SystemInfo;
import javax.swing.JFrame;
import javax.swing.JRootPane;
import javax.swing.WindowConstants;

/** Our own title bar and icon on a frame, before it is shown. */
public final class FrameDress {
    private FrameDress() {}

    public static void dress(JFrame frame) {
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.setIconImages(FlatSVGUtils.createWindowIconImages("/amends/desktop/look/icons/amends.svg"));
        if (SystemInfo.isLinux) {
            // Windows and macOS keep their native frame and take the menu bar into it by themselves.
            frame.setUndecorated(true);
            frame.getRootPane().setWindowDecorationStyle(JRootPane.FRAME);
        }
    }
}
