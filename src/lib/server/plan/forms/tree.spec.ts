import { describe, expect, it } from 'vitest';
import { arrange, read } from './tree.ts';

const form = (...fields: [string, string][]): FormData => {
	const data = new FormData();
	for (const [name, value] of fields) data.append(name, value);
	return data;
};

describe('a form’s tree', () => {
	it('is what the names of its fields say', () => {
		const data = form(
			['title', 'Plan'],
			['teams.0.name.da', 'Job'],
			['teams.0.name.en', 'Jobs'],
			['teams.2.name.da', 'Unge'],
			['teams.2.asked[]', 'a'],
			['teams.2.asked[]', 'b']
		);
		expect(read(data)).toEqual({
			title: 'Plan',
			teams: [{ name: { da: 'Job', en: 'Jobs' } }, { name: { da: 'Unge' }, asked: ['a', 'b'] }]
		});
	});

	it.each(['__proto__.polluted', 'a.__proto__.x', 'a..b', '1.a', 'a b', '', 'a.0001'])(
		'has nothing of the name %j',
		(name) => {
			expect(read(form([name, 'x']))).toEqual({});
			expect({}).not.toHaveProperty('polluted');
		}
	);

	it('takes words of the language itself for words', () => {
		expect(read(form(['constructor.name', 'x'])).constructor).toEqual({ name: 'x' });
	});

	it('is nothing when a field is both a word and a branch', () => {
		expect(read(form(['a', 'x'], ['a.b', 'y']))).toEqual({});
	});
});

describe('arranging a list', () => {
	const tree = { teams: ['a', 'b', 'c'], title: 'Plan' };
	it.each([
		['add:teams', ['a', 'b', 'c', {}], 'teams.3'],
		['remove:teams.1', ['a', 'c'], 'teams.1'],
		['remove:teams.2', ['a', 'b'], 'teams.1'],
		['up:teams.2', ['a', 'c', 'b'], 'teams.1'],
		['up:teams.0', ['a', 'b', 'c'], 'teams.0'],
		['down:teams.0', ['b', 'a', 'c'], 'teams.1'],
		['down:teams.2', ['a', 'b', 'c'], 'teams.2'],
		['remove:teams.7', ['a', 'b', 'c'], undefined],
		['burn:teams.0', ['a', 'b', 'c'], undefined]
	])('%s', (wanted, teams, at) => {
		expect(arrange(tree, wanted)).toEqual({ tree: { teams, title: 'Plan' }, at });
	});

	it('begins a list that is not there, and empties one', () => {
		expect(arrange({}, 'add:teams')).toEqual({ tree: { teams: [{}] }, at: 'teams.0' });
		expect(arrange({ teams: ['a'] }, 'remove:teams.0')).toEqual({
			tree: { teams: [] },
			at: undefined
		});
	});
});
