package org.medflow.identity.boundary;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.medflow.clinic.boundary.ClinicView;

/**
 * Who I am here.
 *
 * @param clinics the clinics I may work in
 * @param clinic the one I work in now
 * @param permissions codes of my rights in that clinic
 * @param language {@code fr} or {@code en}
 * @param theme {@code auto}, {@code light} or {@code dark}
 * @param density {@code compact}, {@code standard} or {@code comfortable}
 */
public record MeView(
    UUID id,
    String username,
    String firstName,
    String lastName,
    List<String> roles,
    List<ClinicView> clinics,
    ClinicView clinic,
    List<String> permissions,
    String language,
    String theme,
    String density)
    implements Serializable {}
