-- The assessment that came before a covenant, now that there is a register of these (art. 35 lid 1 AVG; H-23).
alter table covenant add column assessment uuid;
alter table covenant add foreign key (organisation_id, assessment) references impact_assessment;
create index covenant_assessment on covenant (organisation_id, assessment, id);
