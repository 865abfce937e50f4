package org.medflow.platform.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.medflow.platform.security.Actor;

/** The table of screens, read from the page classes: who is where, and who may come in. */
@ApplicationScoped
public class Screens {

  /** An address that leads to a screen. */
  record Visit(Place place, Map<String, String> values) {}

  @Inject BeanManager beans;

  private List<Place> places = List.of();

  @PostConstruct
  void read() {
    places =
        sorted(
            beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass().getAnnotation(Screen.class))
                .filter(Objects::nonNull)
                .toList());
  }

  static Screens of(Collection<Screen> declared) {
    var screens = new Screens();
    screens.places = sorted(declared);
    return screens;
  }

  private static List<Place> sorted(Collection<Screen> declared) {
    return declared.stream().map(Place::of).sorted(Comparator.comparingInt(Place::order)).toList();
  }

  Optional<Visit> find(String address) {
    return places.stream()
        .flatMap(place -> place.match(address).map(values -> new Visit(place, values)).stream())
        .findFirst();
  }

  /** The entries this caller sees in the navigation, in their order. */
  public List<Place> navigation(Actor actor) {
    return places.stream()
        .filter(place -> place.nav() > 0 && place.admits(actor))
        .sorted(Comparator.comparingInt(Place::nav))
        .toList();
  }

  public boolean admits(String address, Actor actor) {
    return find(address).filter(visit -> visit.place().admits(actor)).isPresent();
  }

  List<String> views() {
    return places.stream().map(Place::view).sorted().toList();
  }
}
