package org.medflow.platform.vault;

import java.util.List;

/** What a room keeps sealed: each room says so for itself, and a change of keys reaches it. */
public interface SealedColumns {

  List<SealedColumn> columns();
}
