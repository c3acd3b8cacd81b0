-- A summary of an interview, or of a whole course. Where it stands is the last line of `summary_step` and nowhere else.
create table summary (
	id text primary key,
	course text not null references interview_course (id),
	interview text unique references interview (id), -- none: of the whole course
	draft text not null,
	begun_on text not null
) without rowid, strict;
create unique index summary_course on summary (course) where interview is null;

create table summary_author (
	summary text not null references summary (id),
	user text not null references user (id),
	primary key (summary, user)
) without rowid, strict;

create table summary_step (
	summary text not null references summary (id),
	n integer not null,
	from_state text not null,
	action text not null,
	to_state text not null,
	user text not null references user (id),
	role text not null,
	day text not null,
	quarter text, -- include: the material that it is in
	meeting_on text, -- decide: when the committee met, the item on its agenda, and what it decided
	item text,
	decision text,
	primary key (summary, n)
) without rowid, strict;

create trigger summary_step_follows before insert on summary_step
when new.n <> 1 + (select count(*) from summary_step where summary = new.summary)
	or new.from_state <> coalesce(
		(select to_state from summary_step where summary = new.summary order by n desc limit 1), 'draft')
begin select raise(abort, 'a step begins where the last one ended'); end;
create trigger summary_step_stands before update on summary_step
begin select raise(abort, 'a step stands'); end;
create trigger summary_step_stays before delete on summary_step
begin select raise(abort, 'a step stands'); end;

-- A text that was sent. `checked`: what whoever sent it had ticked.
create table summary_version (
	summary text not null references summary (id),
	version integer not null,
	text text not null, -- '' where the notes are erased and somebody could be recognised from it
	checked text not null,
	user text not null references user (id),
	day text not null,
	primary key (summary, version)
) without rowid, strict;
create trigger summary_version_stands before update on summary_version when new.text <> ''
begin select raise(abort, 'a version stands'); end;
create trigger summary_version_while_open before insert on summary_version
when coalesce((select to_state from summary_step where summary = new.summary order by n desc limit 1), 'draft')
	not in ('draft', 'returned')
begin select raise(abort, 'the text is locked'); end;
create trigger summary_draft_while_open before update of draft on summary
when new.draft <> '' and new.draft <> old.draft
	and coalesce((select to_state from summary_step where summary = new.id order by n desc limit 1), 'draft')
	not in ('draft', 'returned')
begin select raise(abort, 'the text is locked'); end;

create table summary_remark (
	id text primary key,
	summary text not null,
	version integer not null,
	start_at integer not null,
	end_at integer not null,
	text text not null,
	recognisable integer not null check (recognisable in (0, 1)), -- somebody could be recognised from the passage
	user text not null references user (id),
	day text not null,
	foreign key (summary, version) references summary_version (summary, version)
) without rowid, strict;
create index summary_remark_version on summary_remark (summary, version);
