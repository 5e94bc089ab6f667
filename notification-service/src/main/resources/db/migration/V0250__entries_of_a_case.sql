-- Which case an entry is about, by its own text. A case's proof is picked by this and not by the timeline, which is not append-only.
-- A text that is not what was hashed, or that has no case, is of none, and stops no statement. As text: the verifiers compare it so.
create function ledger_case(canonical text, leaf_hash bytea) returns text language plpgsql immutable parallel safe as $$
begin
  if leaf_hash <> sha256('\x00'::bytea || convert_to(canonical, 'UTF8')) then
    return null;
  end if;
  return cast(canonical as jsonb) #>> '{data,caseId}';
exception when others then -- an escaped U+0000 is JSON, but not jsonb
  return null;
end $$;
create index ledger_of_case on ledger_entry (ledger_case(canonical, leaf_hash), position);
