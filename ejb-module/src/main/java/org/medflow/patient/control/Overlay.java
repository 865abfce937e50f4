package org.medflow.patient.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.medflow.patient.boundary.AmendPatient;
import org.medflow.patient.boundary.Cover;
import org.medflow.patient.boundary.IdentifierInput;
import org.medflow.patient.boundary.PatientView;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.boundary.PostalAddress;
import org.medflow.patient.control.PatientFacts.Around;

/** A change laid over what is known: null leaves a value, an empty text or list clears it. */
public final class Overlay {

  private static final Person NOTHING =
      new Person(null, null, null, null, null, null, null, null, null, null);

  private Overlay() {}

  public static Person person(PatientView before, Person change) {
    var over = change == null ? NOTHING : change;
    boolean sameBirth =
        over.birthDate() == null && over.age() == null && over.birthPrecision() == null;
    return new Person(
        or(over.lastName(), before.lastName()),
        or(over.postName(), before.postName()),
        or(over.firstName(), before.firstName()),
        or(over.sex(), before.sex()),
        sameBirth ? before.birthDate() : over.birthDate(),
        sameBirth ? before.birthPrecision() : over.birthPrecision(),
        over.age(),
        or(over.phones(), before.phones()),
        or(over.email(), before.email()),
        or(over.identifiers(), inputs(before)));
  }

  public static Around around(PatientView before, AmendPatient change) {
    var address = change.address();
    var cover = change.cover();
    return new Around(
        address == null ? before.address() : address(before.address(), address),
        cover == null
            ? before.cover()
            : new Cover(
                or(cover.convention(), before.cover().convention()),
                or(cover.employeeNumber(), before.cover().employeeNumber())),
        or(change.emergencyContact(), before.emergencyContact()));
  }

  /** Names of the request fields that differ. */
  public static List<String> changed(PatientView before, PatientView after) {
    var names = new ArrayList<String>();
    differs(names, "lastName", before, after, PatientView::lastName);
    differs(names, "postName", before, after, PatientView::postName);
    differs(names, "firstName", before, after, PatientView::firstName);
    differs(names, "sex", before, after, PatientView::sex);
    differs(names, "birthDate", before, after, v -> v.birthDate() + "|" + v.birthPrecision());
    differs(names, "phones", before, after, PatientView::phones);
    differs(names, "email", before, after, PatientView::email);
    differs(names, "identifiers", before, after, PatientView::identifiers);
    differs(names, "address", before, after, PatientView::address);
    differs(names, "cover", before, after, PatientView::cover);
    differs(names, "emergencyContact", before, after, PatientView::emergencyContact);
    return names;
  }

  private static void differs(
      List<String> names,
      String name,
      PatientView before,
      PatientView after,
      Function<PatientView, Object> value) {
    if (!Objects.equals(value.apply(before), value.apply(after))) {
      names.add(name);
    }
  }

  private static PostalAddress address(PostalAddress before, PostalAddress change) {
    return new PostalAddress(
        or(change.street(), before.street()),
        or(change.quarter(), before.quarter()),
        or(change.commune(), before.commune()),
        or(change.city(), before.city()));
  }

  private static List<IdentifierInput> inputs(PatientView before) {
    return before.identifiers().stream()
        .map(identifier -> new IdentifierInput(identifier.system(), identifier.value()))
        .toList();
  }

  private static <T> T or(T wanted, T before) {
    return wanted == null ? before : wanted;
  }
}
