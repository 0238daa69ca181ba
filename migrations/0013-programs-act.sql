-- A program with a token may take a step too: then there is no person, and `actor_task` names the token (`token:<id>`), as in the history.
alter table entry_remark alter column person_id drop not null;
alter table entry_remark add column actor_task text;
alter table entry_remark add column answered_task text;
alter table entry_advice alter column person_id drop not null;
alter table entry_advice add column actor_task text;
