-- What an officer said of single answers when a filing was sent back. It stays when the filing is submitted again.
create table remark (
  id          uuid primary key,
  filing_id   uuid not null references filing,
  case_id     uuid not null references case_file,
  authority   text not null,
  operator_id uuid not null,
  submission  int not null,
  item        text not null,
  system      text,
  remark      text not null,
  -- The answer as it was then (JSON), to tell whether it changed since.
  answered    text,
  remarked_at timestamptz not null
);
create index remark_of_case on remark (case_id, id);

insert into remark (id, filing_id, case_id, authority, operator_id, submission, item, remark, answered, remarked_at)
select gen_random_uuid(), f.id, f.case_id, f.authority, f.operator_id, f.submission, r ->> 'item', r ->> 'text',
       (select a::text from submission s, json_array_elements(s.content::json -> 'answers') a
         where s.filing_id = f.id and s.number = f.submission and a ->> 'item' = r ->> 'item' limit 1),
       f.state_at
  from filing f, json_array_elements(f.remarks::json) r
 where f.remarks is not null and f.state = 'returned';

alter table filing drop column remarks;
