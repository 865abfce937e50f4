package org.medflow.legacy;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.medflow.harness.Home;
import org.medflow.harness.Medflow;
import org.medflow.harness.Shared;
import org.medflow.legacy.tds.CareVisionSample;
import org.medflow.legacy.tds.TdsStandIn;

/** An installation that reads CareVision from a stand-in of SQL Server. */
record CareVisionServer(Medflow server, TdsStandIn source) implements AutoCloseable {

  private static final String READER = "lecteur";
  private static final String PASSWORD = UUID.randomUUID().toString();

  static CareVisionServer start(String home, CareVisionSample sample) {
    var source = TdsStandIn.start(READER, PASSWORD);
    sample.fill(source);
    return new CareVisionServer(Medflow.start(Home.fresh(home), environment(source)), source);
  }

  private static Map<String, String> environment(TdsStandIn source) {
    var environment = new HashMap<>(Shared.environment());
    environment.put("CAREVISION_SQL_SERVER", "127.0.0.1");
    environment.put("CAREVISION_SQL_PORT", String.valueOf(source.port()));
    environment.put("CAREVISION_SQL_DATABASE", "CareVisionBD20");
    environment.put("CAREVISION_SQL_USER", READER);
    environment.put("CAREVISION_SQL_PASSWORD", PASSWORD);
    environment.put("CAREVISION_SQL_ENCRYPT", "false");
    return environment;
  }

  @Override
  public void close() {
    server.close();
    source.close();
  }
}
