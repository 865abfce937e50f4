package org.medflow.platform.page;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.medflow.platform.security.Permission;

/**
 * A screen: its address, its view, and the one place where its right is declared. Door, navigation
 * and start-up check all read it here.
 */
@Retention(RUNTIME)
@Target(TYPE)
public @interface Screen {

  /** Address in French without extension, for example <code>/patients/{id}/resume</code>. */
  String path();

  /** View under the web root, for example {@code /patient/record.xhtml}. */
  String view();

  /** The caller needs one of these rights. */
  Permission[] requires() default {};

  /** Why nobody has to sign in here; empty for every other screen. */
  String open() default "";

  /** Why every signed-in person may come in; empty for every other screen. */
  String staff() default "";

  /** Place in the navigation, from 1; 0 keeps it out. */
  int nav() default 0;

  String icon() default "";
}
