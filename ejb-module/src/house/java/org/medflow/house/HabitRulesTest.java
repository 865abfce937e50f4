package org.medflow.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;

/** Time, threads, streams, money (architecture 3.8). */
@AnalyzeClasses(locations = OwnClasses.class)
class HabitRulesTest {

  @ArchTest
  static final ArchRule noStandardStreams =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
          .allowEmptyShould(true)
          .because("the log is System.Logger, where correlation and clinic are added");

  @ArchTest
  static final ArchRule noOldDates =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.util\\.(Date|Calendar|GregorianCalendar|TimeZone)"
                  + "|java\\.text\\.SimpleDateFormat|java\\.sql\\.(Date|Time|Timestamp)")
          .allowEmptyShould(true)
          .because("java.time says whether a day or an instant is meant");

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.medflow.platform..")
          .should(dependOnNow())
          .allowEmptyShould(true)
          .because("a test must be able to hold time still: @Inject Clock");

  @ArchTest
  static final ArchRule noThreadsInRooms =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.medflow.platform..", "org.medflow.*.gateway..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.lang\\.(Thread|ThreadGroup|ThreadLocal)|java\\.util\\.(Timer|TimerTask)"
                  + "|java\\.util\\.concurrent\\.(Executor.*|.*ExecutorService|ForkJoin.*"
                  + "|ThreadPool.*|CompletableFuture)|jakarta\\.enterprise\\.concurrent\\..*"
                  + "|jakarta\\.ejb\\.(Schedule|Schedules|Timeout|TimerService|Asynchronous)")
          .allowEmptyShould(true)
          .because("clocks and threads live in platform and gateways: use the outbox or a job");

  @ArchTest
  static final ArchRule oneProcessRunner =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.medflow.platform..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.lang\\.(ProcessBuilder|Runtime|Process)")
          .allowEmptyShould(true)
          .because("external programs are started by the one process runner of platform");

  @ArchTest
  static final ArchRule xmlIsReadInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.medflow.platform.xml..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "javax\\.xml\\.(parsers|stream|transform|validation|xpath)\\..*"
                  + "|org\\.(xml\\.sax|w3c\\.dom|dom4j|jdom2?)\\..*|jakarta\\.xml\\.bind\\..*"
                  + "|java\\.beans\\.XMLDecoder")
          .allowEmptyShould(true)
          .because(
              "XML may name files and hosts, and nothing here reads it so far: the first reader"
                  + " makes a package platform.xml that refuses every document with a DTD");

  @ArchTest
  static final ArchRule moneyIsNeverFloating =
      noFields()
          .that()
          .haveRawType(
              describe(
                  "floating",
                  (JavaClass t) -> t.getName().matches("(float|double|.*Double|.*Float)")))
          .should()
          .beDeclaredInClassesThat(
              describe(
                  "handle money",
                  type ->
                      type.getPackageName()
                              .matches("org\\.medflow\\.(billing|payment|platform\\.money).*")
                          || type.getSimpleName()
                              .matches(".*(Money|Price|Amount|Invoice|Payment|Tariff).*")))
          .allowEmptyShould(true)
          .because("a float loses francs: use Money");

  private static ArchCondition<JavaClass> dependOnNow() {
    return new ArchCondition<>("ask the machine for the time") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getMethodCallsFromSelf().stream()
            .filter(
                call ->
                    call.getTarget()
                        .getFullName()
                        .matches(
                            "java\\.time\\.\\w+\\.now\\((java\\.time\\.ZoneId)?\\)"
                                + "|java\\.lang\\.System\\.currentTimeMillis\\(\\)"
                                + "|java\\.time\\.Clock\\.system.*"))
            .forEach(
                call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
      }
    };
  }
}
