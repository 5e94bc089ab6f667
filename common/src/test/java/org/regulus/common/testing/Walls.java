package org.regulus.common.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The walls of a service: its front rooms know nothing of the world, its features do not go round in circles, it knows no other. */
public abstract class Walls {

    private static final List<String> SERVICES = List.of("filing", "inspection", "sanctions", "notification");

    private final String base;
    private final List<String> features;
    private final int frontRoomTypesAtLeast;
    private final JavaClasses main;

    /** @param frontRoomTypesAtLeast so many at least are looked at: a rule about nobody proves nothing */
    protected Walls(String service, int frontRoomTypesAtLeast, String... features) {
        assertThat(SERVICES).contains(service);
        this.base = "org.regulus." + service;
        this.features = List.of(features);
        this.frontRoomTypesAtLeast = frontRoomTypesAtLeast;
        this.main = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(base);
    }

    @Test
    void each_feature_has_a_front_room_and_an_edge() {
        assertThat(features).isNotEmpty().allSatisfy(feature -> {
            assertThat(in(base + "." + feature)).isNotEmpty();
            assertThat(in(base + "." + feature + ".edge")).isNotEmpty();
        });
    }

    @Test
    void the_front_rooms_are_plain_java() {
        classes()
                .that(resideOutsideOfPackage("..edge.."))
                .should()
                .onlyDependOnClassesThat(resideInAPackage("java..")
                        .or(resideInAPackage("org.regulus.common.problem"))
                        .or(resideInAPackage(base + "..").and(resideOutsideOfPackage("..edge.."))))
                .check(main);
        assertThat(main.that(resideOutsideOfPackage("..edge..")).size()).isGreaterThan(frontRoomTypesAtLeast);
    }

    @Test
    void the_front_rooms_of_the_features_do_not_go_round_in_circles() {
        SlicesRuleDefinition.slices()
                .matching(base + ".(*)")
                .should()
                .beFreeOfCycles()
                .check(main.that(resideOutsideOfPackage("..edge..")));
    }

    @Test
    void nobody_reads_the_clock_or_invents_an_id() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(main);
    }

    @Test
    void the_rows_stay_in_their_edge() {
        List<JavaClass> rows = main.stream()
                .filter(type -> type.getSimpleName().endsWith("Row"))
                .toList();
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row.getPackageName())
                .endsWith(".edge"));
    }

    @Test
    void no_service_knows_another() {
        String[] others = SERVICES.stream()
                .map(service -> "org.regulus." + service)
                .filter(other -> !other.equals(base))
                .map(other -> other + "..")
                .toArray(String[]::new);
        classes()
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages(others))
                .check(main);
    }

    private List<JavaClass> in(String name) {
        return main.stream()
                .filter(type -> type.getPackageName().equals(name))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();
    }
}
