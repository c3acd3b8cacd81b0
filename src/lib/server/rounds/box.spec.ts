import { expect, it } from 'vitest';
import { many, municipality, questionnaire, round } from '../../../../tests/support/survey.ts';
import * as boxKeys from '../core/moving-keys/box-keys.ts';
import { KeyFile } from '../core/moving-keys/key-file.ts';
import * as intake from '../intake/intake.ts';
import * as box from './box.ts';

const kind = 'month' as const;

it('is opened in its own place alone: no other round’s, unit’s or layout’s, whatever key lies there', async () => {
	const { db, keysFolder, kept } = municipality();
	await intake.count(db, keysFolder, many(3), '2026-02-20');
	const february = { keysFolder, ...kept, unit: '2026-02', kind };
	expect(box.read(db, february).get('asked||||answered')).toBe(3);

	const lay = (of: string, unit: string) =>
		db
			.prepare(
				`insert or replace into box (round, unit, sealed)
				 select ?, ?, sealed from box where round = ? and unit = '2026-02'`
			)
			.run(of, unit, round.id);
	const its = boxKeys.standing({ keysFolder, round: round.id, unit: '2026-02' });
	const file = KeyFile.open(boxKeys.pathOf({ keysFolder, round: round.id }), 'r+');
	if (!its || !file) throw new Error('there is one');
	file.remove('2026-01');
	file.put('2026-01', its);
	file.sync();
	file.close();
	lay(round.id, '2026-01');
	expect(box.opens(db, { ...february, unit: '2026-01' })).toBe(false);

	const another = { ...round, id: round.id.replace('foraar', 'vinter') };
	lay(another.id, '2026-02');
	expect(box.opens(db, { ...february, round: another })).toBe(false);

	const [first, second] = questionnaire.items;
	const turned = { ...questionnaire, items: [second, first].filter((item) => item !== undefined) };
	expect(box.opens(db, { ...february, round: { ...round }, questionnaire: turned })).toBe(false);
	expect(box.opens(db, february)).toBe(true);
});
