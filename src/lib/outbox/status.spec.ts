import { beforeAll, describe, expect, it } from 'vitest';
import { load, type Messages } from '../i18n/messages.ts';
import type { State } from './driver.ts';
import { lines, type Mine } from './status.ts';

const nothing: State = {
	waiting: 0,
	needsHelp: 0,
	unsaved: 0,
	sending: false,
	askStaff: false,
	acknowledged: []
};
const id = 'a';

let m: Messages<'outbox'>;
beforeAll(async () => {
	m = await load('da', 'outbox');
});
const phone = (state: Partial<State>, mine?: Mine) =>
	lines(m, 'phone', { ...nothing, ...state }, mine).map(({ tone, text }) => `${tone}: ${text}`);
const tablet = (state: Partial<State>) =>
	lines(m, 'tablet', { ...nothing, ...state }).map(({ tone, text }) => `${tone}: ${text}`);

describe('what a phone says', () => {
	it('says that the answer is sent', () => {
		expect(phone({})).toEqual(['done: Ingen svar venter på at blive sendt.']);
		expect(phone({}, { acknowledged: [{ id, outcome: 'counted' }] })).toEqual([
			'done: Dit svar er sendt.'
		]);
	});

	it('says where the answer is while there is no network', () => {
		expect(phone({ waiting: 1 })[0]).toMatch(/^waiting: Dit svar er gemt låst på din telefon/);
		expect(phone({ waiting: 3 })[0]).toMatch(/^waiting: 3 svar er gemt låst/);
		expect(phone({ waiting: 1, sending: true })).toEqual(['waiting: Sender …']);
	});

	it('knows no tablet: where somebody on the way wants a login, it can be tried again', () => {
		for (const mine of [
			{ waiting: 1, askStaff: true },
			{ waiting: 1, askStaff: true, unsaved: 1 }
		]) {
			const said = lines(m, 'phone', { ...nothing, ...mine });
			expect(said).toHaveLength(1);
			expect(said[0]).toMatchObject({ tone: 'waiting', canRetry: true });
			expect(said[0]?.text).not.toBe(m.askStaff());
		}
	});

	it('asks for the page to stay open when nothing could be stored, and says if the phone is full', () => {
		const unsaved = { waiting: 1, unsaved: 1 };
		expect(phone(unsaved)).toEqual([`waiting: ${m.unsaved()}`]);
		expect(phone(unsaved, { kept: { ok: false, reason: 'quota' } })).toEqual([
			`waiting: ${m.full()}`
		]);
	});

	it.each(['code-used', 'code-unknown', 'too-late', 'round-unknown'] as const)(
		'says why an answer was not counted: %s',
		(reason) => {
			const said = phone({}, { acknowledged: [{ id, outcome: 'not-counted', reason }] });
			expect(said).toEqual([`help: ${m.notCounted[reason]()}`]);
			expect(said[0]).toContain('ikke talt med');
		}
	);

	it('owns up to what it cannot read', () => {
		const mine: Mine = {
			acknowledged: [{ id, outcome: 'quarantined', reason: 'cannot-open' }]
		};
		expect(phone({}, mine)).toEqual([`help: ${m.quarantined()}`]);
	});

	it('tells what became of each of several, what went wrong first', () => {
		const late = { outcome: 'not-counted', reason: 'too-late' } as const;
		const acknowledged: Mine['acknowledged'] = [
			{ id: 'a', outcome: 'counted' },
			{ id: 'b', ...late },
			{ id: 'c', outcome: 'counted' },
			{ id: 'd', ...late }
		];
		expect(phone({}, { acknowledged })).toEqual([
			'done: 4 svar herfra er kommet frem. Sådan gik det:',
			`help: ${m.notCounted['too-late']()}`,
			`done: ${m.sent()}`
		]);
		expect(phone({}, { acknowledged: acknowledged.filter((_, at) => at % 2 === 0) })).toEqual([
			`done: ${m.sent()}`
		]);
	});

	it('sends nobody back to an answer that is here no more', async () => {
		const words = m.notCounted['code-unknown']();
		expect(words).toContain('svar igen');
		expect(words).not.toMatch(/\bsend/);
	});

	it('gives a way on when something needs help, and still says what waits', () => {
		const said = lines(m, 'phone', { ...nothing, needsHelp: 2, waiting: 1 });
		expect(said.map(({ tone }) => tone)).toEqual(['waiting', 'help']);
		expect(said[1]).toMatchObject({ canRetry: true });
		expect(said[1]?.text).toContain('Der er 2 svar');
	});
});

describe('what a tablet says', () => {
	it('counts, and says nothing of any single answer', () => {
		expect(tablet({})).toEqual(['done: Ingen svar venter på at blive sendt.']);
		expect(tablet({ waiting: 3 })).toEqual(['waiting: 3 svar venter på at blive sendt.']);
	});

	it('asks for staff when the server wants a new start', () => {
		expect(tablet({ waiting: 3, askStaff: true })).toEqual([
			`help: ${m.askStaff()}`,
			'waiting: 3 svar venter på at blive sendt.'
		]);
	});
});
