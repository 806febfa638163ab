package amends.customer.spreadsheet;

import amends.customer.Table;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * In which encoding a text is written: as its byte order mark says, else the first of UTF-8 and GB18030 in which every
 * byte of it makes sense.
 *
 * @param mark how many bytes of byte order mark come before the text
 */
record TextEncoding(Charset charset, int mark) {
    private static final Charset GB18030 = Charset.forName("GB18030");

    static TextEncoding of(Path file) throws IOException, Table.Unreadable {
        byte[] first;
        try (var in = Files.newInputStream(file)) {
            first = in.readNBytes(3);
        }
        if (begins(first, 0xEF, 0xBB, 0xBF)) return fitting(file, new TextEncoding(StandardCharsets.UTF_8, 3));
        if (begins(first, 0xFF, 0xFE)) return fitting(file, new TextEncoding(StandardCharsets.UTF_16LE, 2));
        if (begins(first, 0xFE, 0xFF)) return fitting(file, new TextEncoding(StandardCharsets.UTF_16BE, 2));
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            var encoding = new TextEncoding(charset, 0);
            if (encoding.fits(file)) return encoding;
        }
        throw new Table.Unreadable(Table.Why.ENCODING, 0, "");
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((bytes[i] & 255) != mark[i]) return false;
        return true;
    }

    private static TextEncoding fitting(Path file, TextEncoding encoding) throws IOException, Table.Unreadable {
        if (encoding.fits(file)) return encoding;
        throw new Table.Unreadable(Table.Why.ENCODING, 0, encoding.charset().name());
    }

    private boolean fits(Path file) throws IOException {
        char[] buffer = new char[1 << 16];
        try (Reader reader = open(file)) {
            int count;
            while ((count = reader.read(buffer)) >= 0) for (int i = 0; i < count; i++) if (buffer[i] == 0) return false;
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    Reader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.skipNBytes(mark);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
