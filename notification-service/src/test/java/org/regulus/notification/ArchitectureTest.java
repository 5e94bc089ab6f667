package org.regulus.notification;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls: the front rooms know nothing of the world, and the features do not go round in circles. */
class ArchitectureTest {

    private static final String BASE = "org.regulus.notification";

    private final JavaClasses main = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "timeline", "message", "directory"})
    void each_feature_has_a_front_room_and_an_edge(String feature) {
        assertThat(in(BASE + "." + feature)).isNotEmpty();
        assertThat(in(BASE + "." + feature + ".edge")).isNotEmpty();
    }

    @Test
    void the_front_rooms_are_plain_java() {
        classes()
                .that(resideOutsideOfPackage("..edge.."))
                .should()
                .onlyDependOnClassesThat(resideInAPackage("java..")
                        .or(resideInAPackage("org.regulus.common.problem"))
                        .or(resideInAPackage(BASE + "..").and(resideOutsideOfPackage("..edge.."))))
                .check(main);
        assertThat(main.stream().filter(resideOutsideOfPackage("..edge..")::test))
                .hasSizeGreaterThan(15);
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
        assertThat(main).isNotEmpty();
    }

    @Test
    void the_front_rooms_of_the_features_do_not_go_round_in_circles() {
        SlicesRuleDefinition.slices()
                .matching(BASE + ".(*)")
                .should()
                .beFreeOfCycles()
                .check(main.that(resideOutsideOfPackage("..edge..")));
        assertThat(Stream.of("ledger", "timeline", "message", "directory").map(feature -> in(BASE + "." + feature)))
                .noneMatch(List::isEmpty);
    }

    @Test
    void the_rows_stay_in_their_edge() {
        List<JavaClass> rows = main.stream()
                .filter(type -> type.getSimpleName().endsWith("Row"))
                .toList();
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.getPackageName()).endsWith(".edge");
            assertThat(row.getModifiers()).doesNotContain(JavaModifier.PUBLIC);
        });
    }

    private List<JavaClass> in(String name) {
        return main.stream()
                .filter(type -> type.getPackageName().equals(name))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();
    }
}
