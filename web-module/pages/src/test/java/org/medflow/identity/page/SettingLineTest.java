package org.medflow.identity.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.medflow.clinic.boundary.SettingView;

/** A field of the settings, at the level that is looked at. */
class SettingLineTest {

  private static SettingView view(String type, List<String> options, SettingView.Levels levels) {
    var value = levels.clinic() != null ? levels.clinic() : levels.standard();
    return new SettingView(
        "reminders.ahead",
        "reminders",
        new SettingView.Form(type, null, null, null, options),
        "hours",
        false,
        value,
        levels.clinic() != null ? "clinic" : "default",
        levels);
  }

  private static SettingView hours(String group, String clinic) {
    return view("duration", List.of(), new SettingView.Levels("PT24H", group, 4, clinic, 7));
  }

  @Test
  void givesADurationInHoursAndTakesItSo() {
    var line = new SettingLine(hours(null, null), false);
    assertThat(line.getTyped()).isEqualTo("24");
    line.setTyped(" 48 ");
    assertThat(line.change().value()).isEqualTo("PT48H");
    line.setTyped("soon");
    assertThat(line.change().value()).isEqualTo("soon");
    line.setTyped(null);
    assertThat(line.change().value()).isEmpty();
  }

  @Test
  void changesTheLevelThatIsLookedAtByItsOwnVersion() {
    var view = hours("PT12H", "PT6H");
    var here = new SettingLine(view, false);
    assertThat(here.getTyped()).isEqualTo("6");
    assertThat(here.getOrigin()).isEqualTo("clinic");
    assertThat(here.reset().version()).isEqualTo(7);
    assertThat(here.reset().value()).isNull();

    var everywhere = new SettingLine(view, true);
    assertThat(everywhere.getTyped()).isEqualTo("12");
    assertThat(everywhere.getOrigin()).isEqualTo("group");
    assertThat(everywhere.change().version()).isEqualTo(4);
  }

  @Test
  void hasNothingToTakeBackWhereNothingWasSaid() {
    assertThat(new SettingLine(hours("PT12H", null), false).isOwn()).isFalse();
    assertThat(new SettingLine(hours("PT12H", null), true).isOwn()).isTrue();
    assertThat(new SettingLine(hours(null, "PT6H"), true).getOrigin()).isEqualTo("default");
  }

  @Test
  void putsChosenDaysInTheOrderOfTheWeek() {
    var week = List.of("mon", "tue", "wed");
    var line =
        new SettingLine(
            view("several", week, new SettingView.Levels("wed", null, 0, null, 0)), false);
    assertThat(line.getChosen()).containsEntry("wed", true).containsEntry("mon", false);
    line.getChosen().put("mon", true);
    assertThat(line.change().value()).isEqualTo("mon,wed");
  }
}
