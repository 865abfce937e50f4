package org.medflow.clinic.control;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.medflow.clinic.boundary.OffendingManager;
import org.medflow.identity.control.RoleQuery;
import org.medflow.platform.store.Rows;

/** Breaks rules on purpose, so that {@code HouseRulesBiteTest} sees them refuse it. */
@Transactional
public class OffendingRule {

  EntityManager entities;
  Rows rows;
  RoleQuery roles;
  OffendingManager facade;
  DocumentBuilderFactory documents;

  public String name(String text) {
    Executors.newCachedThreadPool().execute(() -> entities.createNativeQuery(text));
    return text + LocalDate.now();
  }
}
