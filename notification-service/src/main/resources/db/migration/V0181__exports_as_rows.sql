-- A part holds rows (JSON, an array of arrays), of which CSV or a workbook is made when it is fetched. What is kept is made anew.
alter table case_export_part rename content to rows;
update case_export e set cases = 0, parts = 0, last_case = null, finished_at = null, lease_until = '-infinity'
where exists (select 1 from case_export_part p where p.export_id = e.id);
delete from case_export_part;
