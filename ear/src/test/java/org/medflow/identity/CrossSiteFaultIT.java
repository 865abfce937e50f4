package org.medflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.PageClient;
import org.medflow.harness.Shared;
import org.medflow.harness.Staff;
import org.medflow.identity.Attacks.Answer;

/**
 * Forms that another site sends with the cookies of somebody who is signed in: to every page, with
 * the buttons and view states that the attacker got for herself, and to the servlets behind pages.
 */
@Tag("identity")
class CrossSiteFaultIT {

  private static final Pattern FORM = Pattern.compile("(?s)<form[^>]* id=\"([^\"]+)\".*?</form>");
  private static final Pattern FIELD = Pattern.compile("<(?:input|button)[^>]*>");
  private static final Pattern NAME = Pattern.compile(" name=\"([^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");

  /** What browsers of several ages say of a form from elsewhere. */
  private static final Map<String, Map<String, String>> ELSEWHERE =
      Map.of(
          "cross-site",
          Map.of("Sec-Fetch-Site", "cross-site", "Origin", "https://thief.example"),
          "same-site",
          Map.of("Sec-Fetch-Site", "same-site", "Origin", "http://thief.127.0.0.1"),
          "origin only",
          Map.of("Origin", "https://thief.example"),
          "null origin",
          Map.of("Origin", "null"));

  private static ClinicFixture clinic;
  private static ClinicFixture second;
  private static Staff victim;
  private static UUID patient;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist", "admin");
    second = ClinicFixture.open();
    victim = clinic.hire("victim", "admin", clinic.code(), second.code());
    patient = clinic.registered(clinic.people().complete()).id();
  }

  @Test
  void changesNothingForAnotherSite() {
    var browser = PageClient.signedIn(Shared.server(), victim);
    var thief = PageClient.signedIn(Shared.server(), clinic.staff("admin"));
    var before = state();
    try (var attacks = new Attacks("cross-site")) {
      for (var path : pages()) {
        for (var form : forms(thief.get(path).body())) {
          ELSEWHERE.forEach(
              (how, headers) ->
                  attacks.make(
                      how + ": " + path, () -> Answer.of(browser.post(path, form, headers))));
        }
      }
      servlets()
          .forEach(
              (path, form) ->
                  ELSEWHERE.forEach(
                      (how, headers) ->
                          attacks.make(
                              how + ": " + path, () -> answer(browser.post(path, form, headers)))));
      attacks.assertNobodyIn(", nothing changed");
      assertThat(attacks.tried()).isGreaterThan(40);
    }
    assertThat(state()).isEqualTo(before);
    assertThat(browser.get("/accueil").statusCode()).isEqualTo(200);
  }

  /** A servlet answers a deed with a redirection, so that only a refusal is a refusal. */
  private static Answer answer(HttpResponse<String> reply) {
    return new Answer(reply.statusCode(), reply.body(), reply.statusCode() < 400);
  }

  private static List<String> pages() {
    return Expectation.all("page").stream()
        .map(page -> page.path().replace("/patients/{id}", "/patients/" + patient))
        .map(path -> path.replace("{fin}", "404").replaceAll("\\{[a-z]+}", "" + UUID.randomUUID()))
        .toList();
  }

  private static Map<String, String> servlets() {
    var all = new LinkedHashMap<String, String>();
    all.put("/deconnexion", "");
    all.put("/site", "clinic=" + second.id());
    all.put("/preferences", "theme=dark&language=en&density=compact");
    all.put("/en-direct", "");
    all.put("/recherche", "q=ka");
    return all;
  }

  /** What each form of a page would send, with every field and button of it. */
  private static List<String> forms(String page) {
    var all = new ArrayList<String>();
    var forms = FORM.matcher(page);
    while (forms.find()) {
      var fields = new StringBuilder();
      var inputs = FIELD.matcher(forms.group());
      while (inputs.find()) {
        var name = NAME.matcher(inputs.group());
        var value = VALUE.matcher(inputs.group());
        if (name.find()) {
          fields.append(fields.length() == 0 ? "" : "&").append(coded(name.group(1))).append('=');
          fields.append(coded(value.find() ? value.group(1) : ""));
        }
      }
      all.add(fields.toString());
    }
    return all;
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What the forms could have changed. */
  private static List<String> state() {
    var owner = Shared.server().owner();
    var rows = new ArrayList<String>();
    rows.addAll(
        owner.strings(
            "select concat_ws(' ', language, theme, density, active, version, password_hash)"
                + " from medflow.app_user where username in (?, ?) order by username",
            victim.username(),
            clinic.staff("admin").username()));
    rows.addAll(
        owner.strings(
            """
            select concat_ws(' ', s.id, s.clinic_id, s.ended_at) from medflow.user_session s
              join medflow.app_user u on u.id = s.user_id where u.username = ? order by s.id
            """,
            victim.username()));
    rows.addAll(
        owner.strings(
            """
            select concat_ws(' ', p.id, p.version, p.deleted_at) from medflow.patient p
              join medflow.patient_clinic c on c.patient_id = p.id
             where c.clinic_id = ? order by p.id
            """,
            clinic.id()));
    return rows;
  }
}
