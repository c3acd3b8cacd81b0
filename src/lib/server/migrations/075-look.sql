-- How a municipality looks: one colour and one logo, made safe before it was written here.
create table look (
	id integer primary key check (id = 1),
	accent text not null check (accent glob '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
	logo blob,
	logo_type text check (logo_type in ('svg', 'png')),
	logo_name text, -- of its content: a new logo has another address
	check ((logo is null) = (logo_type is null) and (logo is null) = (logo_name is null))
) strict;
