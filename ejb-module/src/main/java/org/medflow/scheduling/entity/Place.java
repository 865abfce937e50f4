package org.medflow.scheduling.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/** When, with whom, where and with which machine; all but the time may be open. */
@Embeddable
public class Place {

  @Column(name = "starts_at")
  private Instant startsAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  @Column(name = "practitioner")
  private UUID provider;

  @Column(name = "room_id")
  private UUID room;

  @Column(name = "equipment_id")
  private UUID equipment;

  protected Place() {}

  public static Place at(Instant startsAt, Instant endsAt, UUID provider) {
    return with(startsAt, endsAt, provider, null, null);
  }

  public static Place with(
      Instant startsAt, Instant endsAt, UUID provider, UUID room, UUID equipment) {
    var place = new Place();
    place.startsAt = startsAt;
    place.endsAt = endsAt;
    place.provider = provider;
    place.room = room;
    place.equipment = equipment;
    return place;
  }

  public Instant startsAt() {
    return startsAt;
  }

  public Instant endsAt() {
    return endsAt;
  }

  public UUID provider() {
    return provider;
  }

  public UUID room() {
    return room;
  }

  public UUID equipment() {
    return equipment;
  }
}
