package org.regulus.common.time;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the business clock, the id source and the working-day calendar available for injection. */
@Dependent
class TimeBeans {

    private static final Duration DATABASE_PRECISION = Duration.ofNanos(1_000);

    /** Whether this process runs under a profile in which the business clock may be moved. */
    static boolean movable() {
        return ConfigUtils.isProfileActive("demo") || ConfigUtils.isProfileActive("test");
    }

    /** By this type only, so that injecting {@link InstantSource} never meets a second candidate. */
    @Produces
    @Singleton
    @Typed(MovableClock.class)
    MovableClock movableClock(@ConfigProperty(name = "regulus.clock.file") Optional<Path> file) {
        if (!movable()) {
            throw new IllegalStateException("The business clock can be moved in the profiles demo and test only");
        }
        return new MovableClock(file);
    }

    @Produces
    @Singleton
    InstantSource businessClock(jakarta.enterprise.inject.Instance<MovableClock> movableClock) {
        return movable() ? movableClock.get() : Clock.tick(Clock.systemUTC(), DATABASE_PRECISION);
    }

    @Produces
    @Singleton
    IdSource idSource() {
        TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();
        return generator::generate;
    }

    @Produces
    @Singleton
    WorkingDays workingDays(ObjectMapper json) {
        return HolidayFiles.load(json);
    }
}
