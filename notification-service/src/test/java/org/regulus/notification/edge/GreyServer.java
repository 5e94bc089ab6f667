package org.regulus.notification.edge;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server in a bad mood, at the port of the tests: it greylists each recipient once, lets the first callers wait, or
 * takes the first mails without saying so. */
public final class GreyServer implements Closeable {

    /** An accepted mail: the envelope, and the headers with the text. */
    public record Taken(String from, String to, String text) {}

    private final ServerSocket door;
    private final ExecutorService clerks = Executors.newCachedThreadPool();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final List<Socket> callers = new CopyOnWriteArrayList<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger deferrals = new AtomicInteger();
    private final boolean greylisting;
    private final Set<String> late = ConcurrentHashMap.newKeySet();
    private final Set<String> mute = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sleepy;
    private final Object nap = new Object();

    /** @param sleepy so many callers hear nothing until they hang up */
    public GreyServer(boolean greylisting, int sleepy) throws IOException {
        this.greylisting = greylisting;
        this.sleepy = new AtomicInteger(sleepy);
        this.door = new ServerSocket(Integer.getInteger(MailSettings.PORT), 50, InetAddress.getByName("127.0.0.1"));
        clerks.submit(this::open);
    }

    public List<Taken> taken(String address) {
        return taken.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    /** The first mail to that address is taken, and the caller is hung up on. */
    public GreyServer mute(String address) {
        mute.add(address);
        return this;
    }

    /** The first mail to that address is taken, and that is said when nobody waits for it any more. */
    public GreyServer late(String address) {
        late.add(address);
        return this;
    }

    public static String queueId(int mail) {
        return "4F%06X".formatted(mail);
    }

    /** How many mails it took. */
    public int taken() {
        return taken.size();
    }

    public int deferrals() {
        return deferrals.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket caller : callers) {
            caller.close(); // or it would be used again for the mails of the next test
        }
        clerks.shutdownNow();
    }

    private Void open() throws IOException {
        while (!door.isClosed()) {
            Socket caller = door.accept();
            callers.add(caller);
            clerks.submit(() -> serve(caller));
        }
        return null;
    }

    private Void serve(Socket caller) throws IOException, InterruptedException {
        try (caller;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
                Writer out = new OutputStreamWriter(caller.getOutputStream(), StandardCharsets.UTF_8)) {
            if (sleepy.getAndDecrement() > 0) {
                synchronized (nap) {
                    nap.wait(TimeUnit.SECONDS.toMillis(30));
                }
                return null;
            }
            say(out, "220 grey.example ESMTP");
            converse(in, out);
        }
        return null;
    }

    private void converse(BufferedReader in, Writer out) throws IOException, InterruptedException {
        String from = "";
        String to = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String word = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
            switch (word) {
                case "MAIL" -> {
                    from = address(line);
                    say(out, "250 2.1.0 Ok");
                }
                case "RCPT" -> {
                    to = address(line);
                    boolean deferred = greylisting && seen.add(to);
                    deferrals.addAndGet(deferred ? 1 : 0);
                    say(out, deferred ? "451 4.7.1 Greylisted, try again later" : "250 2.1.5 Ok");
                }
                case "DATA" -> {
                    say(out, "354 Go on");
                    taken.add(new Taken(from, to, text(in)));
                    if (mute.remove(to)) {
                        return;
                    }
                    if (late.remove(to)) {
                        synchronized (nap) {
                            nap.wait(TimeUnit.SECONDS.toMillis(3));
                        }
                    }
                    say(out, "250 2.0.0 Ok: queued as " + queueId(taken.size()));
                }
                case "QUIT" -> {
                    say(out, "221 2.0.0 Bye");
                    return;
                }
                default -> say(out, "250 grey.example");
            }
        }
    }

    private static String text(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static String address(String line) {
        return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }
}
