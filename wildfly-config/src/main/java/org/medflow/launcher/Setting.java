package org.medflow.launcher;

import static org.medflow.launcher.Setting.Origin.ENVIRONMENT;
import static org.medflow.launcher.Setting.Origin.KEYS;
import static org.medflow.launcher.Setting.Origin.LAUNCHER;
import static org.medflow.launcher.Setting.Origin.SECRETS;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Every setting and every secret that launcher and server read, by the name it is read by: the one
 * list of them. docs/settings.md tells what each means, and a test holds list, page and program
 * equal. A name that looks like one of ours and is none, or a value that cannot be meant, stops the
 * start.
 */
enum Setting {
  MEDFLOW_HOME(ENVIRONMENT, Shape.TEXT),
  MEDFLOW_KEYS(ENVIRONMENT, Shape.TEXT),
  MEDFLOW_DB_URL(ENVIRONMENT, Shape.DATABASE, true),
  MEDFLOW_DB_POOL(ENVIRONMENT, Shape.NUMBER),
  MEDFLOW_HEAP(ENVIRONMENT, Shape.SIZE),
  MEDFLOW_JAVA(ENVIRONMENT, Shape.MACHINE),
  MEDFLOW_THREADS(ENVIRONMENT, Shape.NUMBER),
  MEDFLOW_SMTP_HOST(ENVIRONMENT, Shape.HOST),
  MEDFLOW_SMTP_PORT(ENVIRONMENT, Shape.PORT),
  MEDFLOW_PUBLIC_URL(ENVIRONMENT, Shape.PAGES),
  MEDFLOW_BEHIND_BALANCER(ENVIRONMENT, Shape.SWITCH),
  MEDFLOW_LIMIT_API_PER_MINUTE(ENVIRONMENT, Shape.NUMBER),
  MEDFLOW_LIMIT_ANON_PER_MINUTE(ENVIRONMENT, Shape.NUMBER),
  MEDFLOW_LIMIT_SEARCH_PER_MINUTE(ENVIRONMENT, Shape.NUMBER),
  MEDFLOW_LIMIT_SENSITIVE_PER_MINUTE(ENVIRONMENT, Shape.NUMBER),
  MEDFLOW_LIMIT_REPORT_PER_HOUR(ENVIRONMENT, Shape.NUMBER),
  MEDFLOW_LIMIT_LIVE_PER_MINUTE(ENVIRONMENT, Shape.NUMBER),
  MEDFLOW_LIMIT_SIGN_IN_PER_ACCOUNT(ENVIRONMENT, Shape.NUMBER),
  MEDFLOW_LIMIT_SIGN_IN_PER_ADDRESS(ENVIRONMENT, Shape.NUMBER),
  MEDFLOW_LIMIT_SIGN_IN_UNPAUSED(ENVIRONMENT, Shape.NUMBER),
  MEDFLOW_LIMIT_SIGN_IN_ALARM(ENVIRONMENT, Shape.NUMBER),
  MEDFLOW_LIMIT_CODES_PER_ACCOUNT(ENVIRONMENT, Shape.NUMBER),
  MEDFLOW_LIMIT_FORGOTTEN_PER_ACCOUNT(ENVIRONMENT, Shape.NUMBER),
  MEDFLOW_LIMIT_FORGOTTEN_PER_ADDRESS(ENVIRONMENT, Shape.NUMBER),
  MEDFLOW_LIMIT_REFRESH_PER_ADDRESS(ENVIRONMENT, Shape.NUMBER),
  MEDFLOW_LIMIT_LINK_PER_PERSON(ENVIRONMENT, Shape.NUMBER),
  MEDFLOW_LIMIT_BREAK_GLASS_PER_PERSON(ENVIRONMENT, Shape.NUMBER),
  CAREVISION_ENABLED(ENVIRONMENT, Shape.SWITCH),
  CAREVISION_SQL_SERVER(ENVIRONMENT, Shape.HOST),
  CAREVISION_SQL_PORT(ENVIRONMENT, Shape.PORT),
  CAREVISION_SQL_DATABASE(ENVIRONMENT, Shape.TEXT),
  CAREVISION_SQL_USER(ENVIRONMENT, Shape.TEXT),
  CAREVISION_SQL_PASSWORD(ENVIRONMENT, Shape.TEXT, true),
  CAREVISION_SQL_ENCRYPT(ENVIRONMENT, Shape.SWITCH),
  CAREVISION_SQL_TRUST_STORE(ENVIRONMENT, Shape.TEXT),
  CAREVISION_SQL_TRUST_STORE_PASSWORD(ENVIRONMENT, Shape.TEXT, true),
  CAREVISION_SQL_TRUST_SERVER_CERTIFICATE(ENVIRONMENT, Shape.SWITCH),
  CAREVISION_MAPPING(ENVIRONMENT, Shape.TEXT),
  LEGACY_PHI_ENCRYPTION_KEY(ENVIRONMENT, Shape.OLD_KEY, true),
  PHI_ENCRYPTION_KEY(KEYS, Shape.KEY, true),
  PHI_KEY_ID(KEYS, Shape.KEY_ID),
  PHI_INDEX_KEY(KEYS, Shape.KEY, true),
  MEDFLOW_DB_SUPERUSER_PASSWORD(SECRETS, Shape.TEXT, true),
  MEDFLOW_DB_OWNER_PASSWORD(SECRETS, Shape.TEXT, true),
  MEDFLOW_DB_PASSWORD(SECRETS, Shape.TEXT, true),
  MEDFLOW_OPERATOR_TOKEN(SECRETS, Shape.TEXT, true),
  MEDFLOW_METRICS_TOKEN(SECRETS, Shape.TEXT, true),
  MEDFLOW_LAN_STORE(SECRETS, Shape.TEXT, true),
  MEDFLOW_DB_HOST(LAUNCHER, Shape.HOST),
  MEDFLOW_DB_PORT(LAUNCHER, Shape.PORT),
  MEDFLOW_DB_NAME(LAUNCHER, Shape.TEXT),
  MEDFLOW_DB_USER(LAUNCHER, Shape.TEXT),
  MEDFLOW_DB_OPTIONS(LAUNCHER, Shape.TEXT),
  MEDFLOW_CLUSTER_HOSTS(LAUNCHER, Shape.HOSTS),
  MEDFLOW_CLUSTER_STORE(LAUNCHER, Shape.TEXT, true),
  MEDFLOW_LAN(LAUNCHER, Shape.SWITCH),
  MEDFLOW_LAN_ADDRESS(LAUNCHER, Shape.HOST);

  /** Where a setting is written. */
  enum Origin {
    ENVIRONMENT("the environment"),
    KEYS("keys.env"),
    SECRETS("secrets.env"),
    LAUNCHER("the launcher itself");

    private final String words;

    Origin(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private static final Pattern OURS = Pattern.compile("(MEDFLOW|PHI|LEGACY_PHI|CAREVISION)_.*");
  private static final Pattern FURTHER_KEY =
      Pattern.compile("((?:LEGACY_)?PHI_ENCRYPTION_KEY)_V[1-9][0-9]?");

  private final Origin origin;
  private final Shape shape;
  private final boolean secret;

  Setting(Origin origin, Shape shape) {
    this(origin, shape, false);
  }

  Setting(Origin origin, Shape shape, boolean secret) {
    this.origin = origin;
    this.shape = shape;
    this.secret = secret;
  }

  Origin origin() {
    return origin;
  }

  Shape shape() {
    return shape;
  }

  boolean secret() {
    return secret;
  }

  /** The setting of this name; further encryption keys are the first one again. */
  static Optional<Setting> named(String name) {
    var plain = FURTHER_KEY.matcher(name).replaceFirst("$1");
    return Arrays.stream(values()).filter(setting -> setting.name().equals(plain)).findFirst();
  }

  /** Refuses the start, in one sentence, over the first name or value that cannot be meant. */
  static void check(Map<String, String> environment) {
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              if (OURS.matcher(name).matches()) {
                check(name, value, ENVIRONMENT);
              }
            });
  }

  /** The same for one of the files in the home folder; its values are checked by who uses them. */
  static Map<String, String> checkNames(Map<String, String> file, Origin origin) {
    file.keySet().forEach(name -> known(name, origin));
    return file;
  }

  private static void check(String name, String value, Origin origin) {
    var shape = known(name, origin).shape;
    if (!value.isEmpty() && !shape.fits(value)) {
      throw new LauncherProblem("%s has to be %s.".formatted(name, shape.words()));
    }
  }

  private static Setting known(String name, Origin origin) {
    var setting =
        named(name)
            .orElseThrow(
                () ->
                    new LauncherProblem(
                        "%s is no setting of MedFlow%s: see docs/settings.md."
                            .formatted(name, likeliest(name))));
    if (setting.origin != origin) {
      throw new LauncherProblem(
          "%s is set by %s, not by %s.".formatted(name, setting.origin.words(), origin.words()));
    }
    return setting;
  }

  /** A slip of the finger is told by what was probably meant. */
  private static String likeliest(String name) {
    Predicate<Setting> near = setting -> letters(setting.name()).equals(letters(name));
    return Arrays.stream(values())
        .filter(near)
        .findFirst()
        .map(setting -> ", is %s meant".formatted(setting.name()))
        .orElse("");
  }

  private static String letters(String name) {
    return name.chars()
        .filter(Character::isLetter)
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
