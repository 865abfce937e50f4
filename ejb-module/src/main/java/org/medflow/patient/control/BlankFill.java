package org.medflow.patient.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.medflow.patient.boundary.AmendPatient;
import org.medflow.patient.boundary.Cover;
import org.medflow.patient.boundary.PatientView;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.boundary.PostalAddress;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;

/**
 * When two records are joined, the survivor's blanks take the duplicate's values; nothing that is
 * there is overwritten. Undoing blanks those that still hold the duplicate's value.
 */
public final class BlankFill {

  private static final String BIRTH = "birthDate";
  private static final String SEX = "sex";

  private record Field(String name, Function<PatientView, String> value) {}

  private static final List<Field> TEXTS =
      List.of(
          new Field("postName", PatientView::postName),
          new Field("firstName", PatientView::firstName),
          new Field("email", PatientView::email),
          new Field("street", view -> view.address().street()),
          new Field("quarter", view -> view.address().quarter()),
          new Field("commune", view -> view.address().commune()),
          new Field("city", view -> view.address().city()),
          new Field("convention", view -> view.cover().convention()),
          new Field("employeeNumber", view -> view.cover().employeeNumber()),
          new Field("emergencyContact", PatientView::emergencyContact));

  private BlankFill() {}

  /** Names of the survivor's blanks for which the duplicate has a value. */
  public static List<String> blanks(PatientView survivor, PatientView duplicate) {
    var names = new ArrayList<String>();
    TEXTS.stream()
        .filter(f -> f.value().apply(survivor) == null && f.value().apply(duplicate) != null)
        .map(Field::name)
        .forEach(names::add);
    if (survivor.birthDate() == null && duplicate.birthDate() != null) {
      names.add(BIRTH);
    }
    if (survivor.sex() == Sex.UNKNOWN && duplicate.sex() != Sex.UNKNOWN) {
      names.add(SEX);
    }
    return names;
  }

  /** The change that gives these fields of the survivor the duplicate's values. */
  public static AmendPatient fill(List<String> names, PatientView duplicate) {
    return change(names, duplicate, Function.identity());
  }

  /** The change that blanks those of these fields that still agree. */
  public static AmendPatient blank(
      List<String> names, PatientView survivor, PatientView duplicate) {
    var still = new ArrayList<String>();
    TEXTS.stream()
        .filter(f -> names.contains(f.name()))
        .filter(f -> Objects.equals(f.value().apply(survivor), f.value().apply(duplicate)))
        .map(Field::name)
        .forEach(still::add);
    if (names.contains(BIRTH) && Objects.equals(survivor.birthDate(), duplicate.birthDate())) {
      still.add(BIRTH);
    }
    if (names.contains(SEX) && survivor.sex() == duplicate.sex()) {
      still.add(SEX);
    }
    return change(still, null, any -> "");
  }

  private static AmendPatient change(
      List<String> names, PatientView from, Function<String, String> value) {
    Function<String, String> text =
        name -> names.contains(name) ? value.apply(from == null ? "" : read(name, from)) : null;
    boolean birth = names.contains(BIRTH);
    var blank = from == null;
    var precision = blank ? BirthPrecision.UNKNOWN : from.birthPrecision();
    var sex = blank ? Sex.UNKNOWN : from.sex();
    var person =
        new Person(
            null,
            text.apply("postName"),
            text.apply("firstName"),
            names.contains(SEX) ? sex : null,
            birth && !blank ? from.birthDate() : null,
            birth ? precision : null,
            null,
            null,
            text.apply("email"),
            null);
    var address =
        new PostalAddress(
            text.apply("street"), text.apply("quarter"), text.apply("commune"), text.apply("city"));
    var cover = new Cover(text.apply("convention"), text.apply("employeeNumber"));
    return new AmendPatient(person, address, cover, text.apply("emergencyContact"));
  }

  private static String read(String name, PatientView from) {
    return TEXTS.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .map(field -> field.value().apply(from))
        .orElse("");
  }
}
