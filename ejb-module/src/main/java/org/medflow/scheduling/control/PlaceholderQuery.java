package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.medflow.platform.Ids;
import org.medflow.platform.store.Rows;
import org.medflow.scheduling.boundary.PlaceholderView;

/** Practitioners whom earlier systems knew by name. */
@ApplicationScoped
public class PlaceholderQuery {

  @Inject Rows rows;

  /**
   * Who stands for a name.
   *
   * @param user the member of staff whom it was said to be; null as long as nobody said
   */
  public record Placeholder(UUID id, UUID user) {}

  /**
   * The placeholder of each name, made where there is none; two spellings of a name share one.
   * Nobody says who they are until the transaction ends, so that no appointment misses it.
   */
  public Map<String, Placeholder> of(UUID clinic, Collection<String> names) {
    var found = new HashMap<String, Placeholder>();
    if (names.isEmpty()) {
      return found;
    }
    var keys = names.stream().map(PlaceholderQuery::key).toList();
    var known = known(clinic, keys);
    for (var name : names) {
      found.put(name, known.computeIfAbsent(key(name), key -> make(clinic, name, key)));
    }
    return found;
  }

  public List<PlaceholderView> all() {
    return rows.list(
        """
        select p.id, p.name, p.user_id, concat_ws(' ', u.first_name, u.last_name) as user_name,
               (select count(*) from medflow.appointment a
                 where a.placeholder = p.id) as appointments
          from medflow.practitioner_placeholder p
          left join medflow.app_user u on u.id = p.user_id
         order by p.user_id is not null, p.name
        """,
        row ->
            new PlaceholderView(
                Rows.id(row, "id"),
                row.getString("name"),
                Rows.id(row, "user_id"),
                row.getString("user_name"),
                row.getLong("appointments")));
  }

  /** Says who it is; the appointments follow. False when there is no such placeholder here. */
  public boolean assign(UUID placeholder, UUID user) {
    int found =
        rows.update(
            "update medflow.practitioner_placeholder set user_id = ? where id = ?",
            user,
            placeholder);
    rows.update(
        "update medflow.appointment set practitioner = ? where placeholder = ?", user, placeholder);
    return found == 1;
  }

  private Map<String, Placeholder> known(UUID clinic, Collection<String> keys) {
    var known = new HashMap<String, Placeholder>();
    rows.list(
        """
        select name_key, id, user_id from medflow.practitioner_placeholder
         where clinic_id = ? and name_key = any (?)
           for share
        """,
        row -> known.put(row.getString(1), placeholder(row)),
        clinic,
        keys);
    return known;
  }

  private static Placeholder placeholder(ResultSet row) throws SQLException {
    return new Placeholder(Rows.id(row, "id"), Rows.id(row, "user_id"));
  }

  private Placeholder make(UUID clinic, String name, String key) {
    return rows.list(
            """
            insert into medflow.practitioner_placeholder as p (id, clinic_id, name, name_key)
            values (?, ?, ?, ?)
            on conflict (clinic_id, name_key) do update set name = p.name
            returning id, user_id
            """,
            PlaceholderQuery::placeholder,
            Ids.next(),
            clinic,
            name,
            key)
        .get(0);
  }

  /** Upper case, without accents, titles and signs. */
  static String key(String name) {
    var plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    var bare = plain.replaceFirst("^(DR|DOCTEUR|PROF|PROFESSEUR) ", "").strip();
    return bare.isEmpty() ? name.strip() : bare;
  }
}
