package org.medflow.platform.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.medflow.platform.Ids;
import org.medflow.platform.check.StartupCheck;

/** Makes the one vault, and refuses to start with keys that do not open this database. */
@ApplicationScoped
public class VaultKeeper implements StartupCheck {

  private static final Column PROBE = new Column("key_check", "sealed");
  private static final String WORD = "medflow";

  @Inject KeyCheckQuery probes;

  private Vault vault;

  @Produces
  @ApplicationScoped
  Vault vault() {
    return ready();
  }

  private synchronized Vault ready() {
    if (vault == null) {
      vault = new Vault(KeyRing.of(System.getenv()));
    }
    return vault;
  }

  @Override
  public Optional<String> problem() {
    try {
      return probe(ready());
    } catch (KeyProblem problem) {
      return Optional.of(problem.getMessage());
    }
  }

  private Optional<String> probe(Vault candidate) {
    var kept = probes.all();
    for (var probe : kept) {
      var wrong = compare(candidate, probe);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    if (kept.stream().noneMatch(probe -> Vault.keyOf(probe.sealed()) == candidate.primary())) {
      probes.add(fresh(candidate));
    }
    return Optional.empty();
  }

  private static KeyCheckQuery.Probe fresh(Vault candidate) {
    UUID id = Ids.next();
    return new KeyCheckQuery.Probe(
        id, candidate.seal(PROBE, id, WORD).bytes(), candidate.index("key_check", WORD));
  }

  static Optional<String> compare(Vault candidate, KeyCheckQuery.Probe probe) {
    long key = Vault.keyOf(probe.sealed());
    var setting = KeyRing.setting(key);
    if (candidate.keys().stream().noneMatch(held -> held == key)) {
      return Optional.of(
          "%s is not set, and values may still be sealed with key %d: put it back.%s"
              .formatted(setting, key, " It can go after ./medflow keys --reencrypt."));
    }
    try {
      candidate.open(PROBE, probe.id(), new Sealed(probe.sealed()));
    } catch (KeyProblem wrong) {
      return Optional.of("%s does not open the data of this database.".formatted(setting));
    }
    return Arrays.equals(candidate.index("key_check", WORD), probe.index())
        ? Optional.empty()
        : Optional.of("PHI_INDEX_KEY is not the one that this database was indexed with.");
  }
}
