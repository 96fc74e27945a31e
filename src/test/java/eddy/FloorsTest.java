package eddy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Random;

/** A package imports only from floors below its own, never from its neighbours. */
@AnalyzeClasses(packages = "eddy", importOptions = DoNotIncludeTests.class)
class FloorsTest {
  private static final Map<String, Integer> FLOOR =
      Map.ofEntries(
          Map.entry("run", 0),
          Map.entry("linalg", 0),
          Map.entry("data", 1),
          Map.entry("spectral", 1),
          Map.entry("fields", 1),
          Map.entry("nets", 2),
          Map.entry("potential", 2),
          Map.entry("langevin", 2),
          Map.entry("diffusion", 3),
          Map.entry("trajectory", 3),
          Map.entry("study", 4),
          Map.entry("notebook", 5));

  @ArchTest
  static final ArchRule everyClassLivesOnAFloor =
      classes().should(liveOnAFloor()).because("a new package needs a floor in the design");

  @ArchTest static final ArchRule importsPointDownwards = classes().should(importOnlyFromBelow());

  @ArchTest
  static final ArchRule onlyTheTopFloorDraws =
      noClasses()
          .that(describe("live below the notebook floor", c -> floor(c) < 5))
          .should()
          .dependOnClassesThat(inPackage("org.knowm.xchart"));

  @ArchTest
  static final ArchRule randomNumbersComeFromAStatedSeed =
      noClasses()
          .should()
          .dependOnClassesThat(
              describe("are java.util.Random", c -> c.isAssignableTo(Random.class)))
          .orShould()
          .callMethod(Math.class, "random");

  private static DescribedPredicate<JavaClass> inPackage(String prefix) {
    return describe("live in " + prefix, c -> c.getPackageName().startsWith(prefix));
  }

  private static String room(JavaClass c) {
    String[] parts = c.getPackageName().split("\\.");
    return parts.length > 1 && parts[0].equals("eddy") ? parts[1] : "";
  }

  private static int floor(JavaClass c) {
    return FLOOR.getOrDefault(room(c), -1);
  }

  private static ArchCondition<JavaClass> liveOnAFloor() {
    return new ArchCondition<>("live on a floor of the house") {
      @Override
      public void check(JavaClass c, ConditionEvents events) {
        boolean ok = FLOOR.containsKey(room(c)) || c.getSimpleName().equals("package-info");
        events.add(new SimpleConditionEvent(c, ok, c.getName() + " is in no known package"));
      }
    };
  }

  private static ArchCondition<JavaClass> importOnlyFromBelow() {
    return new ArchCondition<>("import only from floors below their own") {
      @Override
      public void check(JavaClass c, ConditionEvents events) {
        c.getDirectDependenciesFromSelf()
            .forEach(
                d -> {
                  JavaClass target = d.getTargetClass().getBaseComponentType();
                  boolean own = room(target).equals(room(c)) || !FLOOR.containsKey(room(target));
                  boolean ok = own || floor(target) < floor(c);
                  events.add(new SimpleConditionEvent(c, ok, d.getDescription()));
                });
      }
    };
  }
}
