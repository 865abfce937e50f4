package org.medflow.legacy.gateway;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.medflow.legacy.batch.JobClaim;
import org.medflow.legacy.batch.LvFile;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.control.ImportJobs;
import org.medflow.legacy.control.SourceFile;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Invalid;

/**
 * Jakarta Batch behind the room's port. It lives beside the job definitions, since the batch
 * container looks for them with the class loader of the caller; it begins no transaction, since a
 * job must not start before its run is committed.
 */
@Singleton
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class LvImportJobs implements ImportJobs {

  private static final String JOB = "lv-patients-import";
  private static final String SCHEME = "csv:";
  private static final String EXPORT = "LV_Patients.csv";

  @Override
  public SourceFile inspect(String source) {
    var path = export(source).orElseThrow(LvImportJobs::unknown);
    try (var file = LvFile.open(path)) {
      var missing = file.missing().map(c -> new FieldError(c.header(), "column-missing")).toList();
      if (!missing.isEmpty()) {
        throw new Invalid(missing);
      }
      return new SourceFile("lv", path.toString(), LvFile.hash(path));
    } catch (IOException unreadable) {
      throw unknown();
    }
  }

  @Override
  public void launch(Claim claim) {
    BatchRuntime.getJobOperator().start(JOB, JobClaim.parameters(claim));
  }

  private static Optional<Path> export(String source) {
    if (source == null || !source.startsWith(SCHEME)) {
      return Optional.empty();
    }
    try {
      var place = Path.of(source.substring(SCHEME.length()));
      return place.isAbsolute() ? readable(place) : Optional.empty();
    } catch (InvalidPathException | IOException unreadable) {
      return Optional.empty();
    }
  }

  /** The export in a folder, however its name is capitalised, or the file itself. */
  private static Optional<Path> readable(Path place) throws IOException {
    if (Files.isRegularFile(place)) {
      return Optional.of(place.toRealPath());
    }
    try (var files = Files.list(place)) {
      var found =
          files
              .filter(file -> file.getFileName().toString().equalsIgnoreCase(EXPORT))
              .filter(file -> Files.isRegularFile(file) && Files.isReadable(file))
              .sorted()
              .findFirst();
      return found.isPresent() ? Optional.of(found.get().toRealPath()) : Optional.empty();
    }
  }

  private static Invalid unknown() {
    return new Invalid(List.of(new FieldError("source", "unknown-source")));
  }
}
