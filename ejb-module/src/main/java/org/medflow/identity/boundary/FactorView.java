package org.medflow.identity.boundary;

import java.io.Serializable;
import java.time.Instant;

/**
 * The caller's second factor.
 *
 * @param enrolled whether there is a factor of any kind
 * @param since when the authenticator was set up, null without one
 * @param codesLeft recovery codes that are not used
 * @param fewLeft whether new ones should be made
 * @param required whether a clinic of hers wants one
 */
public record FactorView(
    boolean enrolled, Instant since, int codesLeft, boolean fewLeft, boolean required)
    implements Serializable {}
