package org.medflow.queue.boundary;

import static org.medflow.platform.security.Permission.VIEW_QUEUE;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.medflow.clinic.boundary.ClinicDirectory;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Open;

/** The screen in the waiting room of one clinic; nobody signs in there. */
@Stateless
public class PublicBoard {

  @Inject ClinicDirectory clinics;
  @Inject QueueBoard board;

  @Open("shows numbers and rooms, which everybody in the waiting room hears called")
  public DisplayView of(String code) {
    var screen = Actor.system(VIEW_QUEUE);
    var clinic =
        Actors.as(screen, () -> clinics.byCode(code)).orElseThrow(() -> new NotFound("not-found"));
    return Actors.as(screen.within(clinic.id()), board::display);
  }
}
