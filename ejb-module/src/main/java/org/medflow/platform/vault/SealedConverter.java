package org.medflow.platform.vault;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Carries ciphertext to and from a bytea column; it encrypts nothing. */
@Converter(autoApply = true)
public class SealedConverter implements AttributeConverter<Sealed, byte[]> {

  @Override
  public byte[] convertToDatabaseColumn(Sealed sealed) {
    return sealed == null ? null : sealed.bytes();
  }

  @Override
  public Sealed convertToEntityAttribute(byte[] bytes) {
    return bytes == null ? null : new Sealed(bytes);
  }
}
