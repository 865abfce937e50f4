package org.medflow.platform.page;

/** Where a person goes once she is in: where she was going, if that is one of our addresses. */
public final class Return {

  private Return() {}

  public static String to(String asked) {
    return Address.local(asked) ? asked : "/accueil";
  }
}
