-- Registered figures: values from elsewhere, typed, pasted, from a file or fetched. A row never changes and never goes: a
-- correction is a later row that names the one it corrects and says why. The row that counts is the one nothing corrects.
create table registered_figure (
	id integer primary key,
	goal text not null,
	measure text not null,
	period text not null, -- 2026-08, 2026-Q3, 2026-H1 or 2026
	value real, -- null where the source has none
	national real,
	expected real,
	provisional integer not null default 0 check (provisional in (0, 1)),
	delivered text not null, -- as the source wrote it
	source text not null,
	table_id text,
	table_name text,
	retrieved_on text not null,
	next_expected text,
	note text,
	way text not null check (way in ('typed', 'pasted', 'file', 'fetched', 'demo')),
	corrects integer references registered_figure (id),
	reason text,
	entered_by text references user (id),
	entered_on text not null,
	check ((corrects is null) = (reason is null))
) strict;
create index registered_figure_of on registered_figure (goal, measure, period);
create unique index registered_figure_once on registered_figure (goal, measure, period) where corrects is null;
create unique index registered_figure_corrected_once on registered_figure (corrects) where corrects is not null;
create trigger registered_figure_never_changes before update on registered_figure
begin select raise(abort, 'a registered figure never changes'); end;
create trigger registered_figure_never_goes before delete on registered_figure
begin select raise(abort, 'a registered figure never goes'); end;

-- Where a series begins anew: another definition (the two sides are never joined), or something that was done.
create table series_mark (
	id integer primary key,
	goal text not null,
	measure text not null,
	from_period text not null,
	kind text not null check (kind in ('break', 'change')),
	why text not null,
	made_by text references user (id), -- null where the program saw that a table had changed
	made_on text not null,
	withdrawn_on text
) strict;
create unique index series_mark_once on series_mark (goal, measure, from_period) where withdrawn_on is null;
create trigger series_mark_never_goes before delete on series_mark
begin select raise(abort, 'a mark never goes'); end;

-- What is done about what was heard, or about what the plan says.
create table initiative (
	id text primary key,
	answers text not null, -- JSON: a plan's initiative or task, a goal, a promise, a figure, a quote, a passage, a theme
	answers_kind text not null,
	answers_id text, -- for what the plan says: one row each
	heard text not null,
	does text not null,
	why text,
	owner text,
	due text,
	next_goal text,
	next_measure text,
	is_public integer not null default 0 check (is_public in (0, 1)),
	made_by text references user (id),
	made_on text not null
) without rowid, strict;
create unique index initiative_of_plan on initiative (answers_kind, answers_id) where answers_kind in ('planned', 'task');

create table initiative_step (
	initiative text not null references initiative (id),
	n integer not null,
	from_state text,
	to_state text not null check (to_state in ('idea', 'agreed', 'doing', 'done', 'cannot', 'dropped')),
	on_day text not null,
	note text,
	made_by text references user (id),
	primary key (initiative, n)
) without rowid, strict;
create trigger initiative_step_never_changes before update on initiative_step
begin select raise(abort, 'the history of an initiative never changes'); end;
create trigger initiative_step_never_goes before delete on initiative_step
begin select raise(abort, 'the history of an initiative never changes'); end;

-- What has been fetched from Jobindsats, and what is being fetched.
create table fetch_run (
	id integer primary key,
	day text not null,
	started_by text references user (id), -- null for the day's turn and the command
	state text not null check (state in ('running', 'done', 'stopped', 'failed')),
	total integer not null,
	finished integer not null default 0,
	current text, -- the table that is being fetched
	stop_wanted integer not null default 0,
	process integer not null,
	added integer not null default 0,
	revised integer not null default 0,
	problems text not null default '[]' -- JSON: goal, measure, table, reason, detail
) strict;

-- How a table looked when it was last fetched: another text or other columns is a visible break.
create table fetched_table (
	goal text not null,
	measure text not null,
	table_id text not null,
	name text not null,
	fingerprint text not null,
	seen_on text not null,
	primary key (goal, measure)
) without rowid, strict;

-- Why the plan was changed, and who decided it where.
alter table plan_version add column reason text;
alter table plan_version add column decided_on text;
alter table plan_version add column item text;
