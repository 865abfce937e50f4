package org.medflow.legacy.control;

import java.util.List;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.entity.LegacyTable;

/** Rows of one table that are taken in together, or not at all. */
public record ImportChunk(Claim claim, LegacyTable table, List<Arrival> arrivals) {}
