package org.medflow.platform.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.medflow.platform.check.StartupCheck;

/** No view without a page class, no page class without a view and a word on who may come in. */
@ApplicationScoped
public class ScreenContract implements StartupCheck {

  private static final System.Logger LOG = System.getLogger("org.medflow.startup");
  private static final Set<String> NOT_SCREENS = Set.of("/WEB-INF/", "/META-INF/", "/resources/");

  @Inject BeanManager beans;

  private ServletContext web;

  void start(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
    web = context;
    problem().ifPresent(ScreenContract::stop);
  }

  @Override
  public Optional<String> problem() {
    if (web == null) {
      return Optional.empty();
    }
    var declared =
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .map(bean -> bean.getBeanClass().getAnnotation(Screen.class))
            .filter(Objects::nonNull)
            .toList();
    return problem(declared, views("/"));
  }

  static Optional<String> problem(Collection<Screen> screens, Set<String> views) {
    for (var screen : screens) {
      if (!Place.declared(screen)) {
        return Optional.of("The page " + screen.view() + " does not say who may open it.");
      }
    }
    var named = screens.stream().map(Screen::view).collect(Collectors.toSet());
    return differences(named, views).stream()
        .findFirst()
        .map(view -> "The view " + view + " and its page class do not belong together.");
  }

  private static List<String> differences(Set<String> named, Set<String> views) {
    var odd = new TreeSet<>(named);
    odd.addAll(views);
    var both = new HashSet<>(named);
    both.retainAll(views);
    odd.removeAll(both);
    return List.copyOf(odd);
  }

  private Set<String> views(String folder) {
    var found = new TreeSet<String>();
    var paths = web.getResourcePaths(folder);
    for (var path : paths == null ? Set.<String>of() : paths) {
      if (path.endsWith(".xhtml")) {
        found.add(path);
      } else if (path.endsWith("/") && !NOT_SCREENS.contains(path)) {
        found.addAll(views(path));
      }
    }
    return found;
  }

  private static void stop(String sentence) {
    LOG.log(System.Logger.Level.ERROR, "MEDFLOW-STARTUP: " + sentence);
    throw new IllegalStateException(sentence);
  }
}
