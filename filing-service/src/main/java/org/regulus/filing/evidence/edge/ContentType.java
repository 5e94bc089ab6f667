package org.regulus.filing.evidence.edge;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;

/** What a file is, told by its bytes alone; neither its name nor what its sender says is asked. */
final class ContentType {

    private static final Tika TYPES = new Tika();
    private static final String UNKNOWN = "application/octet-stream";
    private static final Set<String> ARCHIVES = Set.of("application/zip", "application/x-tika-ooxml");
    private static final Map<String, String> OFFICE = Map.of(
            "word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private ContentType() {}

    static String of(Path file) throws IOException {
        String type;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            type = TYPES.detect(bytes);
        }
        if (ARCHIVES.contains(type)) {
            return inside(file);
        }
        return type.equals(UNKNOWN) && isChineseText(file) ? "text/plain" : type;
    }

    /** In the encoding that the state prescribes (GB 18030) and that the library does not know for text. */
    private static boolean isChineseText(Path file) throws IOException {
        char[] some = new char[8 * 1024];
        try (Reader text = new InputStreamReader(
                Files.newInputStream(file), Charset.forName("GB18030").newDecoder())) {
            for (int read = text.read(some); read >= 0; read = text.read(some)) {
                if (CharBuffer.wrap(some, 0, read).chars().anyMatch(ContentType::isNoText)) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException otherBytes) {
            return false;
        }
    }

    private static boolean isNoText(int character) {
        return Character.isISOControl(character) && !Character.isWhitespace(character)
                || !Character.isDefined(character) && !Character.isSurrogate((char) character);
    }

    /** Office files are archives; one with macros is none that is taken, whatever its extension was. */
    private static String inside(Path file) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            if (archive.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"))) {
                return "application/x-office-with-macros";
            }
            return OFFICE.entrySet().stream()
                    .filter(part -> archive.getEntry(part.getKey()) != null)
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("application/zip");
        } catch (ZipException broken) {
            return UNKNOWN;
        }
    }
}
