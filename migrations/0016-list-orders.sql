-- Lists ordered by findings read through an index: plain columns, since row-level security keeps expressions out of an index's conditions.

create index processing_activity_findings on processing_activity (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index information_system_findings on information_system (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index processor_findings on processor (organisation_id, findings_blocking, findings_serious, findings_attention, id);
create index processor_agreement_findings on processor_agreement (organisation_id, findings_blocking, findings_serious, findings_attention, id);
