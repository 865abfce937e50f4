package org.medflow.identity.page;

import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.medflow.clinic.boundary.ChangeSetting;
import org.medflow.clinic.boundary.SettingView;

/** A setting on the screen: what stands in its field, and what is wrong with that. */
public class SettingLine implements Serializable {

  private static final long serialVersionUID = 1L;

  private final SettingView view;
  private final boolean group;
  private final Map<String, Boolean> chosen = new LinkedHashMap<>();
  private String typed;
  private String problem;

  SettingLine(SettingView view, boolean group) {
    this.view = view;
    this.group = group;
    fill();
  }

  private void fill() {
    typed = isHours() ? String.valueOf(Duration.parse(present()).toHours()) : present();
    var present = Arrays.asList(present().split(","));
    if (view.form().type().equals("several")) {
      view.form().options().forEach(option -> chosen.put(option, present.contains(option)));
    }
  }

  /** What holds at the level that is looked at. */
  private String present() {
    if (!group) {
      return view.value();
    }
    return view.levels().group() == null ? view.levels().standard() : view.levels().group();
  }

  ChangeSetting change() {
    return new ChangeSetting(view.key(), wanted(), version());
  }

  ChangeSetting reset() {
    return new ChangeSetting(view.key(), null, version());
  }

  private long version() {
    return group ? view.levels().groupVersion() : view.levels().clinicVersion();
  }

  private String wanted() {
    if (view.form().type().equals("several")) {
      return chosen.entrySet().stream()
          .filter(option -> Boolean.TRUE.equals(option.getValue()))
          .map(Map.Entry::getKey)
          .collect(Collectors.joining(","));
    }
    var text = typed == null ? "" : typed.strip();
    return isHours() && text.matches("[0-9]{1,6}")
        ? Duration.ofHours(Long.parseLong(text)).toString()
        : text;
  }

  void refuse(String sentence) {
    problem = sentence;
  }

  /** A length of time, which people give in hours. */
  public boolean isHours() {
    return view.form().type().equals("duration");
  }

  public SettingView getView() {
    return view;
  }

  public String getKey() {
    return view.key();
  }

  public String getType() {
    return view.form().type();
  }

  /** Whose word holds at the level that is looked at. */
  public String getOrigin() {
    if (!group) {
      return view.origin();
    }
    return view.levels().group() == null ? "default" : "group";
  }

  /** Whether there is a word of this level that could be taken back. */
  public boolean isOwn() {
    return (group ? view.levels().group() : view.levels().clinic()) != null;
  }

  /** Whether only the group may change it, and the group is not what is looked at. */
  public boolean isLocked() {
    return view.groupOnly() && !group;
  }

  public Map<String, Boolean> getChosen() {
    return chosen;
  }

  public String getTyped() {
    return typed;
  }

  public void setTyped(String typed) {
    this.typed = typed;
  }

  public String getProblem() {
    return problem;
  }
}
