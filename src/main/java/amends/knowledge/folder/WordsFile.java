package amends.knowledge.folder;

import amends.kernel.yaml.YamlMistakes;
import amends.kernel.yaml.YamlMistakes.Mistake;
import amends.knowledge.EverydayWords;
import amends.knowledge.EverydayWordsReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The house's everyday words, beside the folders of languages: {@value #PLACE}. */
public final class WordsFile {
    public static final String PLACE = "synonyms.yaml";

    private WordsFile() {}

    /** @param folder in any file system @throws YamlMistakes with everything that is wrong */
    public static Optional<EverydayWords> read(Path folder) throws YamlMistakes {
        Path file = folder.resolve(PLACE);
        if (!Files.exists(file)) return Optional.empty();
        try {
            if (Files.size(file) > 4L * EverydayWords.MOST_SOURCE) throw whole("is too large; is it a list of words?");
            return Optional.of(EverydayWordsReader.read(PLACE, Files.readString(file)));
        } catch (CharacterCodingException e) {
            throw whole("is not UTF-8 text");
        } catch (IOException e) {
            throw whole("cannot be read: " + e.getMessage());
        }
    }

    private static YamlMistakes whole(String text) {
        return new YamlMistakes(Path.of(PLACE), List.of(new Mistake(0, 0, text)));
    }
}
