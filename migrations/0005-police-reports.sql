-- What the Wpg asks besides: the re-audit after an audit with shortcomings (art. 33) and the privacy officer's yearly report (art. 34).
alter table processing_activity add column police_reaudit_on date;
alter table processing_activity add column police_report_on date;
