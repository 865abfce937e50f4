package org.medflow.clinic.entity;

import java.io.Serializable;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a setting may be. Values travel and are kept as text in the one form of their type. */
public sealed interface SettingType extends Serializable {

  /** Its word in the API: {@code boolean}, {@code whole}, {@code duration} and so on. */
  String word();

  /** The code of what is wrong with this text; empty when it is a value of the type. */
  Optional<String> problem(String text);

  /** {@code true} or {@code false}. */
  record Flag() implements SettingType {

    @Override
    public String word() {
      return "boolean";
    }

    @Override
    public Optional<String> problem(String text) {
      return text.equals("true") || text.equals("false")
          ? Optional.empty()
          : Optional.of("bad-format");
    }
  }

  /** A whole number between two bounds, both allowed. */
  record Whole(int least, int most) implements SettingType {

    @Override
    public String word() {
      return "whole";
    }

    @Override
    public Optional<String> problem(String text) {
      if (!text.matches("0|[1-9][0-9]{0,8}")) {
        return Optional.of("bad-format");
      }
      int number = Integer.parseInt(text);
      return number < least || number > most ? Optional.of("out-of-range") : Optional.empty();
    }
  }

  /** A length of time in ISO 8601, for example {@code PT24H}, between two bounds. */
  record Span(Duration least, Duration most) implements SettingType {

    @Override
    public String word() {
      return "duration";
    }

    @Override
    public Optional<String> problem(String text) {
      try {
        var span = Duration.parse(text);
        if (!span.toString().equals(text)) {
          return Optional.of("bad-format");
        }
        return span.compareTo(least) < 0 || span.compareTo(most) > 0
            ? Optional.of("out-of-range")
            : Optional.empty();
      } catch (DateTimeParseException broken) {
        return Optional.of("bad-format");
      }
    }
  }

  /** Text of a certain form. */
  record Line(String pattern) implements SettingType {

    @Override
    public String word() {
      return "text";
    }

    @Override
    public Optional<String> problem(String text) {
      return text.matches(pattern) ? Optional.empty() : Optional.of("bad-format");
    }
  }

  /** One of a list. */
  record Choice(List<String> options) implements SettingType {

    @Override
    public String word() {
      return "choice";
    }

    @Override
    public Optional<String> problem(String text) {
      return options.contains(text) ? Optional.empty() : Optional.of("bad-format");
    }
  }

  /** One or several of a list, in the order of the list, with commas between. */
  record Several(List<String> options) implements SettingType {

    @Override
    public String word() {
      return "several";
    }

    @Override
    public Optional<String> problem(String text) {
      var chosen = Arrays.asList(text.split(",", -1));
      var inOrder = options.stream().filter(chosen::contains).toList();
      return inOrder.equals(chosen) ? Optional.empty() : Optional.of("bad-format");
    }
  }
}
