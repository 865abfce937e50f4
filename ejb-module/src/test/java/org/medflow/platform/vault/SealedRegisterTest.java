package org.medflow.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SealedRegisterTest {

  private static final SealedColumn EMAIL = SealedColumn.of("patient", "email_sealed");
  private static final SealedColumn IMAGE =
      new SealedColumn(new Column("legacy.before_image", "image"), "mapping_id");

  @Test
  void isContentWhenProgramAndDatabaseNameTheSameColumns() {
    assertThat(SealedRegister.difference(List.of(EMAIL, IMAGE), Set.of(IMAGE, EMAIL))).isEmpty();
  }

  @Test
  void namesAColumnThatOnlyTheProgramKnows() {
    assertThat(SealedRegister.difference(List.of(EMAIL, IMAGE), Set.of(IMAGE)))
        .hasValueSatisfying(text -> assertThat(text).contains("patient.email_sealed"));
  }

  @Test
  void namesAColumnThatOnlyTheDatabaseKnows() {
    assertThat(SealedRegister.difference(List.of(EMAIL), Set.of(IMAGE, EMAIL)))
        .hasValueSatisfying(text -> assertThat(text).contains("legacy.before_image.image"));
  }

  @Test
  void namesAColumnWhoseRowIsFoundInTwoWays() {
    var byId = SealedColumn.of("legacy.before_image", "image");
    assertThat(SealedRegister.difference(List.of(byId), Set.of(IMAGE))).isPresent();
  }
}
