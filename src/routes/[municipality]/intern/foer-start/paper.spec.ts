import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { municipality } from '../../../../../tests/support/survey.ts';
import { load } from '$lib/i18n/messages.ts';
import type { Plan } from '$lib/plan/plan.ts';
import * as plans from '$lib/server/plan/plans.ts';
import { archive } from '$lib/server/reports/archive.ts';
import { RECEIPT_DAYS } from '$lib/server/retention.ts';
import * as compliance from '$lib/server/rounds/compliance.ts';
import { paperOf } from './paper.ts';

type Words = { [name: string]: Words | ((values: object) => string) };
const texts = (words: Words, values: object): string[] =>
	Object.values(words).flatMap((each) =>
		typeof each === 'function' ? [each(values)] : texts(each, values)
	);

const papers = async () => (await load('da', 'operating')).papers;
const of = (name: string) => {
	const { db, keysFolder } = municipality();
	compliance.writeDraft(db, { processor: 'Driftsfirmaet Prøve' }, '2026-05-20');
	const plan = plans.find(name) as Plan;
	return paperOf({ db, plan, keysFolder } as Parameters<typeof paperOf>[0]);
};
const valuesOf = (name: string) => {
	const paper = of(name);
	const { controller, processor } = paper.known;
	const said = { controller, processor, transfers: '[…]', archive: '[…]' };
	return { ...paper, ...said, interviews: String(paper.interviews) };
};

describe('the papers', () => {
	it.each(['agreement', 'solution', 'archiving'] as const)(
		'%s is whole in every municipality',
		async (name) => {
			for (const { municipality: slug } of plans.all()) {
				const all = texts((await papers())[name] as unknown as Words, valuesOf(slug));
				expect(all.filter((text) => /undefined|[{}]|NaN/.test(text))).toEqual([]);
				expect(all.length).toBeGreaterThan(8);
			}
		}
	);

	it('say what has been found out, and keep the rest as blanks with a name', async () => {
		const all = texts((await papers()).agreement as unknown as Words, valuesOf('stevns')).join(
			'\n'
		);
		expect(all).toContain('Driftsfirmaet Prøve driver serveren');
		expect(all).toContain('[Navn, CVR-nummer, adresse og opgave for hver.');
		for (const part of ['A.1', 'A.5', 'B.1', 'B.2', 'C.1', 'C.8', 'Bilag D'])
			expect(all).toContain(part);
	});

	it('name every file of the archive, and none that it has not', async () => {
		const { db } = municipality();
		const files = [...archive(db, plans.find('stevns') as Plan, '2026-05-20').keys()];
		const [, what] = Object.values((await papers()).archiving.parts.extract.points);
		const said = (what?.text as (values: object) => string)({});
		const named = [...said.matchAll(/^([\w-]+\.(?:txt|csv))/gm)].map(([, file]) => file);
		expect(named.sort()).toEqual(files.filter((file) => !file.startsWith('rapport-')).sort());
	});

	it('say the limits that the program goes by', async () => {
		const all = texts((await papers()).agreement as unknown as Words, valuesOf('stevns')).join(
			'\n'
		);
		expect(all).toContain(`kvitteringer: ${RECEIPT_DAYS} dage`);
		const days = /BACKUP_DAYS = (\d+)/.exec(
			readFileSync('src/lib/server/commands/backup.ts', 'utf8')
		)?.[1];
		expect(all).toContain(`Sikkerhedskopier: ${days} dage`);
	});
});
