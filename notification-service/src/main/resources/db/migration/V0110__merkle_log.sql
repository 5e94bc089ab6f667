-- The Merkle tree (RFC 9162, section 2.1) over the ledger's leaf hashes: its complete subtrees. A node of level n covers the
-- 2^n leaves from nth * 2^n on; it never changes. node = SHA-256(0x01 || left || right).
create table ledger_node (
  level smallint not null,
  nth   bigint not null,
  hash  bytea not null,
  primary key (level, nth)
);

do $$
declare
  lower smallint := 0;
  made bigint;
begin
  insert into ledger_node (level, nth, hash) select 0, position - 1, leaf_hash from ledger_entry;
  loop
    insert into ledger_node (level, nth, hash)
      select lower + 1, l.nth / 2, sha256('\x01'::bytea || l.hash || r.hash)
      from ledger_node l join ledger_node r on r.level = l.level and r.nth = l.nth + 1
      where l.level = lower and l.nth % 2 = 0;
    get diagnostics made = row_count;
    exit when made = 0;
    lower := lower + 1;
  end loop;
end $$;

-- As before, and the subtrees that the new leaf completes: one for each leaf on the average.
create or replace function ledger_append(
  new_event uuid, new_type text, new_authority text, new_topic text, new_canonical text)
returns bigint language plpgsql as $$
declare
  head ledger_head%rowtype;
  leaf bytea := sha256('\x00'::bytea || convert_to(new_canonical, 'UTF8'));
  chained bytea;
  node bytea := leaf;
  node_level smallint := 0;
  node_nth bigint;
begin
  select * into strict head from ledger_head for update;
  chained := sha256('\x01'::bytea || head.chain_hash || leaf);
  insert into ledger_entry (position, event_id, type, authority, topic, canonical, leaf_hash, previous_hash, chain_hash)
  values (head.position + 1, new_event, new_type, new_authority, new_topic, new_canonical, leaf, head.chain_hash, chained);
  update ledger_head set position = head.position + 1, chain_hash = chained;
  node_nth := head.position;
  insert into ledger_node values (0, node_nth, leaf);
  while node_nth % 2 = 1 loop
    node := sha256('\x01'::bytea
      || (select n.hash from ledger_node n where n.level = node_level and n.nth = node_nth - 1) || node);
    node_level := node_level + 1;
    node_nth := node_nth / 2;
    insert into ledger_node values (node_level, node_nth, node);
  end loop;
  return head.position + 1;
end $$;

-- What was signed and announced; the note is a C2SP tlog-checkpoint.
create table ledger_checkpoint (
  size    bigint primary key,
  number  bigint not null unique,
  note    text not null,
  made_at timestamptz not null default clock_timestamp()
);

create trigger ledger_is_append_only before update or delete or truncate on ledger_node
  for each statement execute function ledger_is_append_only();
create trigger ledger_is_append_only before update or delete or truncate on ledger_checkpoint
  for each statement execute function ledger_is_append_only();
