package org.medflow.legacy.tds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A call of one of the procedures by which drivers execute prepared statements.
 *
 * @param procedure its name
 */
record TdsCall(String procedure, List<Object> parameters) {

  private static final Map<Integer, String> BY_NUMBER =
      Map.of(
          10, "sp_executesql",
          11, "sp_prepare",
          12, "sp_execute",
          13, "sp_prepexec",
          15, "sp_unprepare");

  static TdsCall of(byte[] request) {
    var in = new TdsInput(request).behindHeaders();
    int length = in.u16();
    var procedure =
        length == 0xFFFF ? BY_NUMBER.getOrDefault(in.u16(), "unknown") : in.unicode(length);
    in.u16();
    var parameters = new ArrayList<>();
    while (in.more()) {
      in.unicode(in.u8());
      in.u8();
      parameters.add(in.value());
    }
    return new TdsCall(procedure, parameters);
  }

  String text(int place) {
    return (String) parameters.get(place);
  }

  List<Object> from(int place) {
    return parameters.subList(Math.min(place, parameters.size()), parameters.size());
  }
}
