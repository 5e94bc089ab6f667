package org.regulus.campaign.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Many users at once, a bounded number of them in flight. */
public final class Crowd implements AutoCloseable {

    private final ExecutorService threads;

    public Crowd(int inFlight) {
        threads = Executors.newFixedThreadPool(inFlight, task -> {
            Thread thread = new Thread(task, "crowd");
            thread.setDaemon(true);
            return thread;
        });
    }

    public <T> void each(Collection<T> members, Consumer<T> act) {
        map(members, member -> {
            act.accept(member);
            return member;
        });
    }

    /** Answers in the order of the members; the first failure is thrown after all have come to an end. */
    public <T, R> List<R> map(Collection<T> members, Function<T, R> act) {
        List<Future<R>> acts = new ArrayList<>();
        members.forEach(member -> acts.add(threads.submit(() -> act.apply(member))));
        List<R> results = new ArrayList<>();
        RuntimeException first = null;
        for (Future<R> one : acts) {
            try {
                results.add(one.get());
            } catch (ExecutionException failed) {
                first = first != null ? first : unchecked(failed);
            } catch (InterruptedException asked) {
                throw Http.interrupted(asked);
            }
        }
        if (first != null) {
            throw first;
        }
        return results;
    }

    private static RuntimeException unchecked(ExecutionException failed) {
        return failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
