package org.coterie;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The map of the house. An arrow is a room that another may import, with the reason why it may. */
@AnalyzeClasses(packages = "org.coterie", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Who may import whom, and why. Every room may also import {@code paging}, {@code problem} and {@code language}. */
    private static final Map<String, Map<String, String>> ARROWS = arrows();

    private static Map<String, Map<String, String>> arrows() {
        var map = new LinkedHashMap<String, Map<String, String>>();
        map.put("problem", Map.of());
        map.put("paging", Map.of());
        map.put("freshness", Map.of("live", "where nothing was written since, an answer is what it was"));
        map.put("language", Map.of());
        map.put(
                "accounts",
                Map.of(
                        "freshness", "what is told again has the name that it had",
                        "live", "what nobody asks for any more is deleted in rounds"));
        map.put("live", Map.of());
        map.put(
                "events",
                Map.of(
                        "accounts", "only who may read is told, and as long as they may",
                        "freshness", "nobody changes what they have not seen",
                        "live", "what has happened is looked for in rounds"));
        map.put("matching", Map.of());
        map.put("meaning", Map.of());
        map.put(
                "people",
                Map.of(
                        "freshness", "nobody changes what they have not seen",
                        "accounts", "joining gives a token, and only its owner changes a person",
                        "live", "on which terms everybody meets others is known at once",
                        "tags", "whoever minds being the only one with a tag names it"));
        map.put(
                "tags",
                Map.of(
                        "freshness", "nobody changes what they have not seen",
                        "accounts", "only the operator says what tags are called",
                        "live", "what tags are called is known at once",
                        "meaning", "which tags are near is told by what they mean"));
        map.put(
                "interests",
                Map.of(
                        "freshness", "nobody changes what they have not seen",
                        "people", "an interest is somebody's",
                        "events", "whose tag becomes another is told",
                        "live", "who holds what is known at once",
                        "meaning", "an answer says whether the model was there",
                        "tags", "an interest is in a tag",
                        "accounts", "only their owner says what they care about"));
        map.put(
                "safety",
                Map.of(
                        "freshness", "nobody changes what they have not seen",
                        "people", "a block is between two people",
                        "events", "who comes together from now on is told, and who hears nothing of whom",
                        "accounts", "only the one who asks may block"));
        map.put(
                "groups",
                Map.of(
                        "people", "members have names",
                        "freshness", "nobody changes what they have not seen",
                        "events", "who is invited, joins or leaves is told",
                        "live", "who sits where is known at once",
                        "tags", "a purpose is stated in tags",
                        "safety", "who must not meet takes no place beside the other",
                        "accounts", "only the invited answer an invitation"));
        map.put(
                "formation",
                Map.of(
                        "freshness", "nobody changes what they have not seen",
                        "interests", "groups form from what people care about",
                        "events", "when a formation is over is told",
                        "live", "who asks is answered by what was committed before",
                        "groups", "what forms is a group",
                        "safety", "who must not meet is never put together",
                        "matching", "the core decides who fits",
                        "people", "suggested people have names",
                        "tags", "a purpose is stated in tags",
                        "accounts", "only the operator forms groups for all"));
        map.put(
                "synonyms",
                Map.of(
                        "freshness", "nobody changes what they have not seen",
                        "tags", "two of them become one",
                        "events", "what is proposed is told to those who have a voice",
                        "interests", "who holds a tag has a say, and how many do is told",
                        "people", "what is somebody's moves while they are held still",
                        "live", "who votes is held to what was committed before",
                        "accounts", "the operator decides alone"));
        map.put(
                "transfer",
                Map.of(
                        "people", "a line is a person",
                        "events", "when an import is over is told",
                        "freshness", "nobody is told again what they have read",
                        "live", "how far it is is noted",
                        "interests", "a line says what they care about",
                        "groups", "groups are taken along",
                        "accounts", "only the operator imports"));
        map.put(
                "demo",
                Map.of(
                        "transfer", "its people come in as any others do",
                        "formation", "its groups form as any others do",
                        "groups", "it shows a few of them",
                        "people", "it shows who is in them",
                        "accounts", "it hands out a token to try"));
        return map;
    }

    @ArchTest
    void roomsImportOnlyWhatTheMapAllows(JavaClasses house) {
        ARROWS.forEach((room, allowed) -> {
            var mayImport = new LinkedHashSet<>(allowed.keySet());
            mayImport.add(room);
            mayImport.add("problem");
            mayImport.add("language");
            if (!room.equals("problem")) {
                mayImport.add("paging");
            }
            Set<String> forbidden = new LinkedHashSet<>(ARROWS.keySet());
            forbidden.removeAll(mayImport);
            String[] packages =
                    forbidden.stream().map(ArchitectureTest::packageOf).toArray(String[]::new);
            classes()
                    .that(resideInAPackage(packageOf(room)))
                    .should()
                    .onlyDependOnClassesThat(describe(
                            "are on the map for " + room,
                            type -> !resideInAnyPackage(packages).test(type)))
                    .because("%s may import %s".formatted(room, allowed))
                    .check(house);
        });
    }

    @ArchTest
    void everyRoomIsOnTheMap(JavaClasses house) {
        var rooms = new LinkedHashSet<String>();
        for (JavaClass type : house) {
            String inside = type.getPackageName().substring("org.coterie".length());
            if (!inside.isEmpty()) {
                rooms.add(inside.substring(1).replaceFirst("\\..*", ""));
            }
        }

        assertThat(ARROWS.keySet()).containsAll(rooms);
    }

    @ArchTest
    static final ArchRule roomsHaveNoCycle = slices().matching("org.coterie.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a room that needs its user cannot be understood alone");

    @ArchTest
    static final ArchRule matchingIsPlainJava = classes()
            .that()
            .resideInAPackage("org.coterie.matching..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "it.unimi.dsi.fastutil..", "org.jspecify..", "org.coterie.matching..")
            .because("how groups form must be testable, and replaceable, without a server");

    @ArchTest
    static final ArchRule noEntityLeavesItsRoom = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .should(new ArchCondition<JavaMethod>("speak in records, not in entities") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    method.getAllInvolvedRawTypes().stream()
                            .filter(type -> type.isAnnotatedWith(Entity.class))
                            .forEach(type -> events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " shows " + type.getSimpleName())));
                }
            })
            .because("a row is not a promise to clients");

    @ArchTest
    static final ArchRule everyResourceSaysWhoMayAsk = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class)
            .orShould()
            .beAnnotatedWith(DenyAll.class)
            .because("what is open by oversight stays open");

    @ArchTest
    static final ArchRule entitiesStayInTheirRoom = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .notBePublic()
            .because("rooms refer to each other by id");

    @ArchTest
    void atLeastTwoOfFiveTypesStayInside(JavaClasses house) {
        List<JavaClass> types = house.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .toList();
        long inside = types.stream()
                .filter(type -> !type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();

        assertThat((double) inside / types.size())
                .as("share of package-private types: a room keeps its furniture to itself")
                .isGreaterThanOrEqualTo(0.4);
    }

    private static String packageOf(String room) {
        return "org.coterie." + room + "..";
    }
}
