-- An action of a privacy meeting may be a task, so that it stands in the work of whoever promised it (H-52).

alter table privacy_meeting_actions add column task uuid;
alter table privacy_meeting_actions add foreign key (organisation_id, task) references task;
create index privacy_meeting_actions_task on privacy_meeting_actions (organisation_id, task, entry_id);
