package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.control.ImportNoteQuery.DryKey;
import org.medflow.patient.boundary.Person;
import org.medflow.platform.vault.Vault;

/**
 * A dry run registers nobody, so nobody it met earlier can be found again by the registry; this
 * remembers names with birth dates, blindly, for as long as the run lasts. Misspelt doubles within
 * one source are seen by the real run only.
 */
@ApplicationScoped
class DryPersons {

  private static final String PLACE = "~persons";
  private static final byte[] NONE = new byte[0];

  @Inject ImportNoteQuery notes;
  @Inject Vault vault;

  /** Verdicts on those whom the run has met before under another key; the others are remembered. */
  Map<Arrival, RowVerdict> review(Claim claim, Map<Arrival, Person> persons) {
    var signs = new LinkedHashMap<Arrival, String>();
    persons.forEach((arrival, person) -> signs.put(arrival, sign(person)));
    var met = notes.dryKeys(claim.run(), List.of(PLACE), List.copyOf(signs.values())).keySet();
    var verdicts = new LinkedHashMap<Arrival, RowVerdict>();
    signs.forEach(
        (arrival, sign) -> {
          if (met.contains(sign)) {
            verdicts.put(arrival, RowVerdict.review("patient-likely-duplicate", List.of()));
          }
        });
    var fresh = signs.values().stream().filter(sign -> !met.contains(sign)).distinct();
    notes.dry(claim, PLACE, fresh.map(sign -> new DryKey(sign, NONE)).toList());
    return verdicts;
  }

  private String sign(Person person) {
    var names =
        Stream.of(person.lastName(), person.postName(), person.firstName())
            .filter(name -> name != null && !name.isBlank())
            .flatMap(name -> Stream.of(LvText.plain(name).split("[^\\p{L}\\p{N}]+")))
            .sorted()
            .collect(Collectors.joining(" "));
    var plain = names.toUpperCase(Locale.ROOT) + "|" + person.birthDate();
    return HexFormat.of().formatHex(vault.index("legacy.dry-person", plain));
  }
}
