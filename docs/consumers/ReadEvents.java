import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Regulus events by cursor and prints them. REGULUS_URL, REGULUS_TOKEN; the cursor is kept in the file named first. */
public class ReadEvents {

    /** With the JDK alone. The text of an event is canonical JSON (RFC 8785): its own id and type stand behind its data, as names sort. */
    private static final Pattern EVENT =
            Pattern.compile("\"id\":\"([0-9a-f-]{36})\",.{0,400}?\"type\":\"(regulus[a-z0-9.-]+)\"");

    private static final Pattern END = Pattern.compile("\"next\":(\\d+),\"more\":(true|false)");

    public static void main(String[] arguments) throws Exception {
        Path cursor = Path.of(arguments[0]);
        String after = Files.exists(cursor) ? Files.readString(cursor) : "0";
        for (boolean more = true; more; ) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(System.getenv("REGULUS_URL") + "/events?after=" + after))
                    .header("Authorization", "Bearer " + System.getenv("REGULUS_TOKEN"))
                    .build();
            String page = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
            for (Matcher event = EVENT.matcher(page); event.find(); ) {
                System.out.println(event.group(1) + " " + event.group(2)); // your work comes here
            }
            Matcher end = END.matcher(page);
            if (!end.find()) {
                throw new IllegalStateException(page);
            }
            after = end.group(1);
            more = Boolean.parseBoolean(end.group(2));
            Files.writeString(cursor, after);
        }
    }
}
