-- A quarter's report to the committee, version by version. In work it is assembled anew at every look; when the chair says that it is
-- ready, what was read is kept byte for byte.
create table report (
	quarter text not null check (quarter glob '[0-9][0-9][0-9][0-9]-Q[1-4]'),
	version integer not null check (version > 0),
	changed text not null check ((version = 1) = (changed = '')), -- what a later version corrects
	meeting_on text,
	begun_on text not null,
	begun_by text not null references user (id),
	bytes text, -- canonical JSON, as the committee reads it
	public_bytes text, -- the same without what is for the committee alone
	sha256 text check (length(sha256) = 64), -- of the bytes, in UTF-8
	public_sha256 text check (length(public_sha256) = 64),
	released_on text,
	released_by text references user (id),
	published_on text, -- when the municipality put it on its page
	primary key (quarter, version),
	check ((bytes is null) = (sha256 is null) and (bytes is null) = (released_on is null)),
	check ((bytes is null) = (public_bytes is null) and (bytes is null) = (public_sha256 is null)),
	check ((bytes is null) = (released_by is null) and (published_on is null or bytes is not null))
) without rowid, strict;

create trigger report_follows before insert on report
when new.version <> 1 + (select count(*) from report where quarter = new.quarter and bytes is not null)
begin select raise(abort, 'a version follows one that is released'); end;
create trigger report_stands before update on report
when old.bytes is not null and (
	new.quarter is not old.quarter or new.version is not old.version or new.changed is not old.changed
	or new.meeting_on is not old.meeting_on or new.bytes is not old.bytes or new.public_bytes is not old.public_bytes
	or new.sha256 is not old.sha256 or new.public_sha256 is not old.public_sha256
	or new.released_on is not old.released_on or new.released_by is not old.released_by)
begin select raise(abort, 'a released report stands'); end;
create trigger report_stays before delete on report when old.bytes is not null
begin select raise(abort, 'a released report stands'); end;

-- The leader's short text to a section.
create table report_text (
	quarter text not null,
	version integer not null,
	section text not null,
	text text not null,
	user text not null references user (id),
	day text not null,
	primary key (quarter, version, section),
	foreign key (quarter, version) references report (quarter, version)
) without rowid, strict;
create trigger report_text_added before insert on report_text
when (select bytes from report where quarter = new.quarter and version = new.version) is not null
begin select raise(abort, 'a released report stands'); end;
create trigger report_text_stands before update on report_text
when (select bytes from report where quarter = new.quarter and version = new.version) is not null
begin select raise(abort, 'a released report stands'); end;

-- What the committee decided. A correction is another line: both stay.
create table report_decision (
	quarter text not null,
	n integer not null,
	version integer not null, -- that the committee read
	meeting_on text not null,
	item text not null,
	decision text not null,
	user text not null references user (id),
	role text not null check (role in ('chair', 'secretary')),
	day text not null,
	primary key (quarter, n),
	foreign key (quarter, version) references report (quarter, version)
) without rowid, strict;
create trigger report_decision_stands before update on report_decision
begin select raise(abort, 'a decision stands'); end;
create trigger report_decision_stays before delete on report_decision
begin select raise(abort, 'a decision stands'); end;
