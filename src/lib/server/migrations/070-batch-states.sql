-- A batch counts as offered when it is out. Codes that nobody has fetched or printed are only made, and whatever was handed
-- out by mistake is void.
alter table batch add column state text not null default 'out' check (state in ('made', 'out', 'void'));

-- What a batch was before it was put right, and why.
create table batch_change (
	batch integer not null references batch (id),
	n integer not null,
	kind text not null check (kind in ('corrected', 'voided')),
	decided_on text not null,
	month text not null,
	team text,
	invited integer not null,
	reason text not null,
	primary key (batch, n)
) without rowid, strict;
create trigger batch_change_never_changes before update on batch_change
begin select raise(abort, 'the history of a batch never changes'); end;
create trigger batch_change_never_goes before delete on batch_change
begin select raise(abort, 'the history of a batch never goes'); end;
