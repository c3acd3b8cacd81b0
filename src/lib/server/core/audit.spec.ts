import { describe, expect, it } from 'vitest';
import words from '../../i18n/messages/da/staff.json';
import { file, someone } from '../../../../tests/support/staff.ts';
import * as audit from './audit.ts';

const anything = { text: '', what: '', from: '', to: '' } as const;
const all = { limit: 100, offset: 0 };

describe('the audit log', () => {
	it('is only added to', () => {
		const db = file();
		audit.log(db, { who: null, what: 'signed-in', day: '2099-01-01', time: '10:00' });
		expect(() => db.exec("update audit set about = 'x'")).toThrow('only added to');
		expect(() => db.exec('delete from audit')).toThrow('only added to');
		expect(() =>
			db.exec("replace into audit select id, day, time, who, what, 'x' from audit")
		).toThrow();
	});

	it('lets retention take whole years, and refuses it the last one', () => {
		const db = file();
		audit.log(db, { who: null, what: 'signed-in', day: '2001-01-01' });
		audit.log(db, { who: null, what: 'signed-in', day: '2099-01-01' });
		expect(audit.erase(db, { before: '2002-01-01' })).toBe(1);
		expect(() => audit.erase(db, { before: '2100-01-01' })).toThrow('only added to');
	});

	it('is found by name, by deed and by day, newest first', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		audit.log(db, { who: user.id, what: 'signed-in', day: '2026-05-01', time: '08:00' });
		audit.log(db, { who: user.id, what: 'user-invited', about: '100%_a\\b', day: '2026-05-02' });
		audit.log(db, { who: null, what: 'sign-in-failed', day: '2026-05-03' });
		const found = (search: Partial<audit.Search>) =>
			audit.search(db, { ...anything, ...search }, all).lines.map(({ day }) => day.slice(-1));
		expect(found({})).toEqual(['3', '2', '1']);
		expect(found({ text: 'karen' })).toEqual(['2', '1']);
		expect(found({ text: '%_a\\' })).toEqual(['2']);
		expect(found({ text: '_' })).toEqual(['2']);
		expect(found({ what: 'sign-in-failed' })).toEqual(['3']);
		expect(found({ from: '2026-05-02', to: '2026-05-02' })).toEqual(['2']);
		expect(audit.search(db, anything, { limit: 1, offset: 1 })).toMatchObject({
			total: 3,
			lines: [{ day: '2026-05-02', name: 'Karen' }]
		});
	});

	it.each([
		['Åse Ørsted', ['åse', 'ÅSE', 'Åse', 'ørsted', 'ØRSTED', 'åse ørsted', ' åse ', 'a\u030ase']],
		['Bodil Ærø', ['ærø', 'ÆRØ', 'BODIL']],
		['Renée Müller', ['RENÉE', 'renée', 'MÜLLER']],
		['A\u030ase Decomposed', ['åse', 'Åse']]
	])('finds %s however it is typed', async (name, typed) => {
		const db = file();
		const { user } = await someone(db, { name, roles: ['leader'] });
		audit.log(db, { who: user.id, what: 'signed-in', day: '2026-05-01' });
		audit.log(db, { who: null, what: 'plan-changed', about: `Team ${name}`, day: '2026-05-02' });
		for (const text of typed) {
			expect(audit.search(db, { ...anything, text }, all).total, text).toBe(2);
		}
		expect(audit.search(db, { ...anything, text: 'asen' }, all).total).toBe(0);
	});

	it('takes a search as a value, never as SQL', () => {
		const db = file();
		audit.log(db, { who: null, what: 'signed-in', day: '2026-05-01' });
		const text = "' or 1=1; drop table audit; --";
		expect(audit.search(db, { ...anything, text }, all).total).toBe(0);
		expect(audit.search(db, anything, all).total).toBe(1);
	});

	it('has Danish words for every deed, and no others', () => {
		expect(Object.keys(words.deeds).sort()).toEqual([...audit.DEEDS].sort());
	});

	it('tells the time in Denmark, to the minute', () => {
		expect(audit.moment(new Date('2026-05-20T22:30:59Z')).time).toBe('00:30');
	});
});
