-- Who is asking, in one question instead of six: the organisation by its slug, the session by its token, and the person with today's roles.
-- It runs with the caller's own rights: the fence stands around every row that it reads, for it sets the organisation before it looks.
create function standing_of(wanted_slug text, wanted_token bytea, today date)
  returns table (
    id uuid, slug text, name text, kind text, profile text, key_wrapped bytea, is_demo boolean, second_factor_required boolean,
    session_id uuid, account_id uuid, limited_to uuid, method text, second_factor_at timestamptz, proved_at timestamptz,
    last_seen_at timestamptz, expires_at timestamptz, ended_at timestamptz,
    person_id uuid, person_name text, roles jsonb, departments jsonb, networks jsonb, last_visit_at timestamptz
  )
  language plpgsql volatile security invoker set search_path = public, pg_temp
  as $$
    #variable_conflict use_column
    declare o record;
    begin
      select f.* into o from find_organisation(wanted_slug) f;
      if not found then return; end if;
      perform set_config('app.organisation', o.id::text, true);
      return query
        select o.id, o.slug, o.name, o.kind, o.profile, o.key_wrapped, o.is_demo, o.second_factor_required,
          s.id, s.account_id, s.limited_to, s.method, s.second_factor_at, s.proved_at, s.last_seen_at, s.expires_at, s.ended_at, p.id, p.name,
          coalesce((select jsonb_agg(jsonb_build_object('role', a.role, 'department_id', a.department_id)) from role_assignment a
            where a.organisation_id = o.id and a.person_id = p.id and a.valid_from <= today and (a.valid_until is null or a.valid_until >= today)), '[]'),
          coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'parentId', d.parent_id)) from department d
            where d.organisation_id = o.id and exists (select from role_assignment a where a.organisation_id = o.id and a.person_id = p.id and a.department_id is not null)), '[]'),
          coalesce((select jsonb_agg(n.network) from allowed_network n where n.organisation_id = o.id), '[]'),
          (select v.last_seen_at from session_visit v where v.organisation_id = o.id and v.session_id = s.id)
        from (select) alone
        left join session s on s.token_hash = wanted_token
        left join person p on p.organisation_id = o.id and p.account_id = s.account_id and p.is_active;
    end
  $$;
call only_for(':app_role', 'standing_of(text, bytea, date)');

-- Words that very many entries hold: it is enough to know that there are many, and then whether one entry holds them. Both say of an
-- entry what find_entries says. At most `most` of each kind of match; an entry can come twice.
create function find_some_entries(wanted_register text, words text, pattern text, most integer) returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
    declare found_now bigint;
    begin
      return query execute
        'select entry_id from entry_search where organisation_id = $1 and register = $2 and document @@ plainto_tsquery(''dutch'', $3) limit $4'
        using app_organisation(), wanted_register, words, most;
      get diagnostics found_now = row_count;
      if found_now >= most then return; end if;
      return query execute
        'select entry_id from entry_search where organisation_id = $1 and register = $2 and letters like $3 limit $4'
        using app_organisation(), wanted_register, pattern, most;
    end
  $$;

create function entry_holds(wanted_register text, wanted_entry uuid, words text, pattern text) returns boolean
  language plpgsql stable security definer cost 1000 set search_path = public, pg_temp
  as $$
    begin
      return exists (select from entry_search where organisation_id = app_organisation() and register = wanted_register and entry_id = wanted_entry
        and (document @@ plainto_tsquery('dutch', words) or letters like pattern));
    end
  $$;

call only_for(':app_role', 'find_some_entries(text, text, text, integer)');
call only_for(':app_role', 'entry_holds(text, uuid, text, text)');
