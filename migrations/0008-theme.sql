-- House style: the colour, logo and letterhead of an organisation. Its pages override tokens of the theme with it and nothing else; without a row they are neutral.
create table organisation_theme (
  organisation_id uuid primary key references organisation,
  accent text check (accent ~ '^#[0-9a-f]{6}$'),
  letterhead text check (length(letterhead) between 1 and 120),
  logo bytea check (length(logo) between 1 and 204800),
  logo_type text check (logo_type in ('image/png', 'image/jpeg', 'image/webp')),
  check ((logo is null) = (logo_type is null))
);
call fence('organisation_theme', 'select, insert, update, delete', ':app_role');
