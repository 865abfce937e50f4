package org.medflow.legacy.batch;

/** A record together with the file whose header explains it. */
record LegacyPatientItem(LvFile file, LvRecord record) {}
