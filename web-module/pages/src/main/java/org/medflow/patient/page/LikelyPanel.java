package org.medflow.patient.page;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.medflow.patient.boundary.Candidate;
import org.medflow.patient.boundary.Decision;

/** The likely duplicates beside a registration; what was decided stays while the form changes. */
public class LikelyPanel implements Serializable {

  private static final long serialVersionUID = 1L;

  private List<LikelyPatient> people = new ArrayList<>();
  private boolean pressing;

  void show(List<Candidate> candidates) {
    var before =
        people.stream().collect(Collectors.toMap(LikelyPatient::id, person -> person, (a, b) -> a));
    var now = new ArrayList<LikelyPatient>();
    for (var candidate : candidates) {
      var person = before.getOrDefault(candidate.id(), new LikelyPatient(candidate));
      person.seenAgain(candidate);
      now.add(person);
    }
    people = now;
  }

  /** The same after a refused save: what is still open is pointed at. */
  void press(List<Candidate> candidates) {
    show(candidates);
    pressing = true;
  }

  LikelyPatient person(UUID id) {
    return people.stream().filter(person -> person.id().equals(id)).findFirst().orElseThrow();
  }

  List<Decision> decisions() {
    return people.stream().filter(LikelyPatient::isAnother).map(LikelyPatient::decision).toList();
  }

  public List<LikelyPatient> getPeople() {
    return people;
  }

  public boolean isPressing() {
    return pressing;
  }
}
