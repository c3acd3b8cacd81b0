-- What is released of one category in one unit lies together, as it is read: {item: {answer: n}}; item '' is the outcomes.
create table released_cell (
	round text not null,
	unit text not null,
	series text not null,
	breakdown text not null, -- '' is the whole municipality
	category text not null,
	counts text not null check (json_valid(counts)),
	released_on text not null,
	primary key (round, unit, series, breakdown, category)
) without rowid, strict;

insert into released_cell
	select round, unit, series, breakdown, category, json_group_object(item, json(counts)), min(released_on)
	from (
		select round, unit, series, breakdown, category, item, min(released_on) as released_on,
			json_group_object(answer, n) as counts
		from released group by round, unit, series, breakdown, category, item
	)
	group by round, unit, series, breakdown, category;
drop table released;

create trigger released_cell_never_changes before update on released_cell
begin select raise(abort, 'a released figure never changes'); end;
create trigger released_cell_never_goes before delete on released_cell
begin select raise(abort, 'a released figure never changes'); end;

-- The only figures that anyone may see, one a row. A row never changes.
create view released as
	select round, unit, series, breakdown, category,
		items.key as item, answers.key as answer, answers.value as n, released_on
	from released_cell, json_each(counts) as items, json_each(items.value) as answers;
create trigger released_never_changes instead of update on released
begin select raise(abort, 'a released figure never changes'); end;
create trigger released_never_goes instead of delete on released
begin select raise(abort, 'a released figure never changes'); end;
