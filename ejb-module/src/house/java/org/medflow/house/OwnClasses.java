package org.medflow.house;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The compiled classes of the module under test; what they use is resolved from the class path. */
class OwnClasses implements LocationProvider {

  @Override
  public Set<Location> get(Class<?> testClass) {
    var classes = Path.of("target", "classes");
    return Files.isDirectory(classes) ? Set.of(Location.of(classes)) : Set.of();
  }
}
