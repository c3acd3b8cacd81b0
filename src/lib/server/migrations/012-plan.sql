-- The municipality's own versions of its plan: the parts that it edits itself, as JSON. The rest comes with the program.
-- Version 1 is the plan as it came, kept from the first edit on, so that an update of the program does not rewrite history.
create table plan_version (
	version integer primary key check (version > 0),
	part text not null, -- the part that was edited; '' for version 1, and for one that an earlier version was made the current again by
	content text not null,
	made_by text references user (id),
	made_on text not null
) strict;

create trigger plan_version_never_changes before update on plan_version
begin select raise(abort, 'a version of the plan never changes'); end;
create trigger plan_version_never_goes before delete on plan_version
begin select raise(abort, 'a version of the plan never changes'); end;

-- What a round has asked, word for word.
create trigger questionnaire_never_changes before update on questionnaire
begin select raise(abort, 'a questionnaire never changes'); end;
create trigger questionnaire_never_goes before delete on questionnaire
begin select raise(abort, 'a questionnaire never changes'); end;
