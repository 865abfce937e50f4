package org.medflow.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** The rooms of the clinic from left to right; a room calls only rooms that stand left of it. */
final class Rooms {

  private static final String HOUSE = "org.medflow.";

  private static final List<List<String>> FROM_LEFT_TO_RIGHT =
      List.of(
          List.of("platform"),
          List.of("clinic"),
          List.of("audit"),
          List.of("identity"),
          List.of("patient"),
          List.of("scheduling"),
          List.of("queue"),
          List.of("visit"),
          List.of("exam"),
          List.of("prescription", "imaging", "document", "laboratory", "surgery"),
          List.of("billing", "stock", "pharmacy", "optical"),
          List.of("payment"),
          List.of("device", "ocr", "face"),
          List.of("notification", "calendar"),
          List.of("legacy", "sync", "backup"));

  private Rooms() {}

  /** First package below org.medflow, empty for a class that is not ours. */
  static String of(JavaClass type) {
    var name = type.getPackageName() + ".";
    if (!name.startsWith(HOUSE)) {
      return "";
    }
    var rest = name.substring(HOUSE.length());
    return rest.isEmpty() ? "?" : rest.substring(0, rest.indexOf('.'));
  }

  /** Place in the order, -1 for a room that the house does not have. */
  static int place(String room) {
    for (int i = 0; i < FROM_LEFT_TO_RIGHT.size(); i++) {
      if (FROM_LEFT_TO_RIGHT.get(i).contains(room)) {
        return i;
      }
    }
    return -1;
  }

  static boolean mayCall(String from, String to) {
    return to.isEmpty() || from.equals(to) || place(to) < place(from);
  }
}
