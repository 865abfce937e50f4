package org.medflow.patient.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a merge did, exactly, as JSON in {@code patient_merge.journal}.
 *
 * @param own moved rows of the patient room as JSON arrays, by name
 * @param filled fields of the survivor that were blank and took the duplicate's value
 * @param rows ids of the rows that other rooms moved, by their name
 */
public record MergeJournal(
    Map<String, String> own, List<String> filled, Map<String, List<UUID>> rows) {

  private static final String FILLED = "filled";
  private static final String ROWS = "rows";

  public String json() {
    var object = Json.createObjectBuilder();
    own.forEach(
        (name, array) -> object.add(name, Json.createReader(new StringReader(array)).read()));
    object.add(FILLED, Json.createArrayBuilder(filled));
    var moved = Json.createObjectBuilder();
    rows.forEach(
        (name, ids) ->
            moved.add(name, Json.createArrayBuilder(ids.stream().map(UUID::toString).toList())));
    return object.add(ROWS, moved).build().toString();
  }

  /** The part that undoing reads in Java; the patient room's own rows are read in SQL. */
  public static MergeJournal read(String json) {
    var object = Json.createReader(new StringReader(json)).readObject();
    return new MergeJournal(Map.of(), texts(object, FILLED), rows(object.getJsonObject(ROWS)));
  }

  private static Map<String, List<UUID>> rows(JsonObject moved) {
    return moved.keySet().stream()
        .collect(
            Collectors.toMap(
                name -> name, name -> texts(moved, name).stream().map(UUID::fromString).toList()));
  }

  private static List<String> texts(JsonObject object, String name) {
    return object.getJsonArray(name).getValuesAs(JsonString::getString);
  }
}
