package amends.desktop.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of an article's Markdown: what authors are told they may use (headings, lists, bold), and nothing else; the
 * rest stands as it was written.
 *
 * @param lead what stands before an item: its bullet or number
 */
public record MarkdownBlock(Kind kind, String lead, List<Run> runs) {
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*)");
    private static final Pattern BULLET = Pattern.compile("\\s*[-*+]\\s+(.*)");
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,3}[.)])\\s+(.*)");
    private static final Pattern QUOTE = Pattern.compile(">\\s?(.*)");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");

    /** A stretch of text in one weight. */
    public record Run(String text, boolean bold) {}

    public enum Kind {
        TEXT,
        HEADING,
        ITEM,
        QUOTE
    }

    public MarkdownBlock {
        runs = List.copyOf(runs);
    }

    static List<MarkdownBlock> of(String markdown) {
        var blocks = new ArrayList<MarkdownBlock>();
        var paragraph = new StringBuilder();
        for (String line : markdown.lines().toList()) {
            MarkdownBlock own = ownBlock(line);
            if (own == null && !line.isBlank()) {
                append(paragraph, line.strip());
                continue;
            }
            end(paragraph, blocks);
            if (own != null) blocks.add(own);
        }
        end(paragraph, blocks);
        return blocks;
    }

    /** Chinese lines are joined without a space, which the script does not have. */
    private static void append(StringBuilder paragraph, String line) {
        if (!paragraph.isEmpty() && paragraph.charAt(paragraph.length() - 1) < 0x2e80) paragraph.append(' ');
        paragraph.append(line);
    }

    private static void end(StringBuilder paragraph, List<MarkdownBlock> blocks) {
        if (!paragraph.isEmpty()) blocks.add(new MarkdownBlock(Kind.TEXT, "", runs(paragraph.toString())));
        paragraph.setLength(0);
    }

    private static MarkdownBlock ownBlock(String line) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) return new MarkdownBlock(Kind.HEADING, "", runs(heading.group(1)));
        Matcher bullet = BULLET.matcher(line);
        if (bullet.matches()) return new MarkdownBlock(Kind.ITEM, "•", runs(bullet.group(1)));
        Matcher number = NUMBER.matcher(line);
        if (number.matches()) return new MarkdownBlock(Kind.ITEM, number.group(1), runs(number.group(2)));
        Matcher quote = QUOTE.matcher(line);
        if (quote.matches()) return new MarkdownBlock(Kind.QUOTE, "", runs(quote.group(1)));
        return null;
    }

    private static List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        Matcher bold = BOLD.matcher(text);
        int from = 0;
        while (bold.find()) {
            if (bold.start() > from) runs.add(new Run(text.substring(from, bold.start()), false));
            runs.add(new Run(bold.group(1), true));
            from = bold.end();
        }
        if (from < text.length()) runs.add(new Run(text.substring(from), false));
        return runs;
    }
}
