package org.regulus.filing.registry.edge;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Works on imports for as long as the service lives, one at a time for each instance. */
@ApplicationScoped
class ImportThread {

    private static final Logger LOG = Logger.getLogger(ImportThread.class);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final ImportWork work;
    private final ImportFiles files;
    private final RegistryConfig config;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopping;
    private Thread thread;

    ImportThread(ImportWork work, ImportFiles files, RegistryConfig config) {
        this.work = work;
        this.files = files;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        thread = new Thread(this::run, "register-import");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(FAREWELL.toMillis());
    }

    /** Something was submitted. */
    void wake() {
        news.release();
    }

    private void run() {
        while (!stopping) {
            try {
                if (!work.workOne()) {
                    ImportWork.await(files::dropAbandoned);
                    news.tryAcquire(config.every().toMillis(), TimeUnit.MILLISECONDS);
                    news.drainPermits();
                }
            } catch (InterruptedException asked) {
                return;
            } catch (IOException | RuntimeException failure) {
                if (!stopping) {
                    LOG.warn("an import stopped; it is taken up again when its claim has run out", failure);
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(config.every().toMillis());
        } catch (InterruptedException asked) {
            stopping = true;
        }
    }
}
