package org.medflow.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.medflow.platform.security.Permission;

class RightDomainsTest {

  private static final String PAGES = "org.medflow.i18n.pages";

  @Test
  void putsEveryRightThatARoleCanHoldIntoOneDomain() {
    var sorted = RightDomains.all().stream().flatMap(domain -> domain.rights().stream()).toList();
    assertThat(sorted).doesNotHaveDuplicates();
    assertThat(sorted)
        .hasSameElementsAs(
            Arrays.stream(Permission.values())
                .filter(right -> right != Permission.OPERATE_SYSTEM)
                .map(Permission::code)
                .toList());
  }

  @Test
  void hasWordsForEveryRightAndDomain() {
    for (var language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      var bundle = ResourceBundle.getBundle(PAGES, language);
      for (var domain : RightDomains.all()) {
        assertThat(bundle.containsKey("identity.domain." + domain.name())).isTrue();
        assertThat(domain.rights())
            .allSatisfy(
                right ->
                    assertThat(bundle.containsKey("identity.right." + right)).as(right).isTrue());
      }
    }
  }

  @Test
  void leavesDomainsOutInWhichNothingIsHeld() {
    var held = RightDomains.of(List.of("process_payments", "view_patients", "create_invoices"));
    assertThat(held)
        .containsExactly(
            new RightDomains.Domain("patients", List.of("view_patients")),
            new RightDomains.Domain("money", List.of("process_payments", "create_invoices")));
    assertThat(RightDomains.of(List.of())).isEmpty();
  }
}
