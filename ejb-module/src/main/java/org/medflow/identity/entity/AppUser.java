package org.medflow.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A member of staff. Never deleted: what she did stays hers; she is made inactive instead. */
@Entity
@Table(name = "app_user")
public class AppUser {

  @Id private UUID id;
  private String username;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "first_name")
  private String firstName;

  @Column(name = "last_name")
  private String lastName;

  private String language;
  private String theme;
  private String density;
  private boolean active;
  @Version private long version;

  @Column(name = "created_at")
  private Instant createdAt;

  protected AppUser() {}

  /** Somebody who has no password yet: she chooses one herself, by a link. */
  public static AppUser invite(UUID id, Who who, Instant now) {
    return hire(id, who, null, now);
  }

  public static AppUser hire(UUID id, Who who, String passwordHash, Instant now) {
    var user = new AppUser();
    user.id = id;
    user.username = who.username();
    user.firstName = who.firstName();
    user.lastName = who.lastName();
    user.passwordHash = passwordHash;
    user.language = "fr";
    user.theme = "auto";
    user.density = "standard";
    user.active = true;
    user.createdAt = now;
    return user;
  }

  public void prefer(Taste taste) {
    language = taste.language();
    theme = taste.theme();
    density = taste.density();
  }

  public void changePassword(String hash) {
    passwordHash = hash;
  }

  /** Shuts her out; what she did stays hers. */
  public void deactivate() {
    active = false;
  }

  public void activate() {
    active = true;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  /** Null as long as she has chosen none. */
  public String passwordHash() {
    return passwordHash;
  }

  public boolean active() {
    return active;
  }

  public Who who() {
    return new Who(username, firstName, lastName);
  }

  public Taste taste() {
    return new Taste(language, theme, density);
  }

  /** The name at the door and the name on the badge. */
  public record Who(String username, String firstName, String lastName) {}

  /** Language, theme and density of the screens. */
  public record Taste(String language, String theme, String density) {}
}
