package org.medflow.harness;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Somebody invented who comes to the desk, and the request that registers her. */
public record Person(
    String lastName,
    String postName,
    String firstName,
    String sex,
    LocalDate birthDate,
    List<String> phones,
    String nationalId,
    String email,
    String street,
    List<Word> words) {

  /** A word on a candidate. */
  public record Word(UUID candidate, String verdict, String reason) {}

  public Person named(String last, String post, String first) {
    return new Person(last, post, first, sex, birthDate, phones, nationalId, email, street, words);
  }

  public Person bornOn(LocalDate date) {
    return new Person(
        lastName, postName, firstName, sex, date, phones, nationalId, email, street, words);
  }

  public Person phoned(String... numbers) {
    return new Person(
        lastName,
        postName,
        firstName,
        sex,
        birthDate,
        List.of(numbers),
        nationalId,
        email,
        street,
        words);
  }

  public Person withNationalId(String id) {
    return new Person(
        lastName, postName, firstName, sex, birthDate, phones, id, email, street, words);
  }

  public Person anotherThan(UUID candidate, String reason) {
    var more = new ArrayList<>(words);
    more.add(new Word(candidate, "ANOTHER_PERSON", reason));
    return withWords(more);
  }

  public Person sameAs(UUID candidate) {
    return withWords(List.of(new Word(candidate, "SAME", null)));
  }

  private Person withWords(List<Word> said) {
    return new Person(
        lastName, postName, firstName, sex, birthDate, phones, nationalId, email, street, said);
  }

  /** Body of {@code POST /patients}. */
  public JsonObject registration() {
    var body = Json.createObjectBuilder().add("person", asked());
    if (street != null) {
      body.add("address", Json.createObjectBuilder().add("street", street).add("city", "Kinshasa"));
    }
    if (!words.isEmpty()) {
      body.add("decisions", decisions());
    }
    return body.build();
  }

  /** The person alone, as {@code POST /patients/check-duplicates} takes it. */
  public JsonObject asked() {
    var person = Json.createObjectBuilder().add("lastName", lastName).add("sex", sex);
    if (postName != null) {
      person.add("postName", postName);
    }
    if (firstName != null) {
      person.add("firstName", firstName);
    }
    if (birthDate != null) {
      person.add("birthDate", birthDate.toString()).add("birthPrecision", "DAY");
    }
    person.add("phones", Json.createArrayBuilder(phones));
    if (email != null) {
      person.add("email", email);
    }
    if (nationalId != null) {
      var id = Json.createObjectBuilder().add("system", "national_id").add("value", nationalId);
      person.add("identifiers", Json.createArrayBuilder().add(id));
    }
    return person.build();
  }

  private JsonArrayBuilder decisions() {
    var array = Json.createArrayBuilder();
    for (var word : words) {
      var decision =
          Json.createObjectBuilder()
              .add("candidate", word.candidate().toString())
              .add("verdict", word.verdict());
      if (word.reason() != null) {
        decision.add("reason", word.reason());
      }
      array.add(decision);
    }
    return array;
  }
}
