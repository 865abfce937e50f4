package org.medflow.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall.Predicates;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Stateful;
import jakarta.ejb.TransactionAttribute;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;

/** Who may talk to the database, and who may begin a transaction (architecture 3.5, 3.6). */
@AnalyzeClasses(locations = OwnClasses.class)
class StoreRulesTest {

  /** Reads databases that are not ours, through which no bound facade leads. */
  private static final String OLDER_SYSTEMS = "org.medflow.legacy.gateway..";

  @ArchTest
  static final ArchRule entityManagerOnlyInRepositories =
      noClasses()
          .that(not(Kinds.named("Repository")))
          .should()
          .dependOnClassesThat()
          .areAssignableTo(EntityManager.class)
          .allowEmptyShould(true)
          .because("what is loaded and stored is read off the repositories: add a method there");

  @ArchTest
  static final ArchRule sqlOnlyInQueriesAndLoaders =
      noClasses()
          .that(not(Kinds.named("Query", "Loader")))
          .and()
          .resideOutsideOfPackages("org.medflow.platform.store..", OLDER_SYSTEMS)
          .should(
              dependOnClassesThat(
                  describe(
                      "speak SQL",
                      (JavaClass type) ->
                          type.getName()
                              .matches(
                                  "java\\.sql\\.(Connection|Statement|PreparedStatement|ResultSet"
                                      + "|DriverManager)|javax\\.sql\\.DataSource"
                                      + "|org\\.medflow\\.platform\\.store\\.Rows"))))
          .allowEmptyShould(true)
          .because("native SQL has one place in a room: a *Query that returns records, a *Loader");

  @ArchTest
  static final ArchRule noNativeQueriesByEntityManager =
      noClasses()
          .that(not(Kinds.named("Query", "Loader")))
          .should()
          .callMethodWhere(
              Predicates.target(
                  describe("createNativeQuery", t -> t.getName().equals("createNativeQuery"))))
          .allowEmptyShould(true)
          .because("native SQL lives in *Query and *Loader, as a text block with bound parameters");

  @ArchTest
  static final ArchRule storeStaysInTheEjbModule =
      noClasses()
          .that(Kinds.outer())
          .should(
              dependOnClassesThat(
                  resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..")))
          .allowEmptyShould(true)
          .because("pages, resources and jobs call a facade; they hold no connection");

  @ArchTest
  static final ArchRule transactionsBeginInBoundaries =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.medflow.*.boundary..", "org.medflow.platform..")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(
              TransactionAttribute.class,
              Transactional.class,
              UserTransaction.class,
              Stateful.class)
          .allowEmptyShould(true)
          .because("a transaction is one facade call: move the step behind the boundary");
}
