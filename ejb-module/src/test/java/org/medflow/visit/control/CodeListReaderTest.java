package org.medflow.visit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.medflow.platform.error.Invalid;
import org.medflow.visit.boundary.CodesLoaded.Refused;
import org.medflow.visit.boundary.DiagnosisCode;

class CodeListReaderTest {

  private static final String HEADING = CodeListReader.HEADING + "\n";

  @Test
  void readsQuotedFieldsAndLetsTheLastLineOfACodeCount() {
    var read =
        new CodeListReader()
            .read(
                HEADING
                    + "H40.1;Glaucome;Glaucoma;1\r\n"
                    + "H36.0;\"Rétinopathie; \"\"diabétique\"\"\";Retinopathy;1\n\n"
                    + "H40.1;Glaucome à angle ouvert;Open-angle glaucoma;1\n");
    assertThat(read.refused()).isEmpty();
    assertThat(read.codes())
        .extracting(DiagnosisCode::labelFr)
        .containsExactlyInAnyOrder("Glaucome à angle ouvert", "Rétinopathie; \"diabétique\"");
  }

  @Test
  void namesEachBrokenLineAndKeepsTheOthers() {
    var read =
        new CodeListReader()
            .read(HEADING + "I10;HTA;Hypertension;0\nh40;a;b;1\nH40;;b;1\nH41;a;b;x\nH42;a;b\n");
    assertThat(read.codes()).extracting(DiagnosisCode::code).containsExactly("I10");
    assertThat(read.refused())
        .containsExactly(
            new Refused(3, "codes-code"),
            new Refused(4, "codes-label"),
            new Refused(5, "codes-eye"),
            new Refused(6, "codes-fields"));
  }

  @Test
  void wantsItsHeading() {
    assertThatThrownBy(() -> new CodeListReader().read("H40;a;b;1")).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> new CodeListReader().read(null)).isInstanceOf(Invalid.class);
    assertThat(new CodeListReader().read("\uFEFF" + HEADING + "I10;a;b;0").codes()).hasSize(1);
  }
}
