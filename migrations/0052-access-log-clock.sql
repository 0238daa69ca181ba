-- Since when the server's clock goes on as a clock does, as the look of every five minutes sees it: what retention removes depends on it (src/access-log/steady-clock.ts).
alter table access_look add column steady_since timestamptz;
