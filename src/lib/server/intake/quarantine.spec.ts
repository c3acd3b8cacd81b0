import { expect, it } from 'vitest';
import { submission } from '../../../../tests/support/survey.ts';
import { sealSubmission } from '../../outbox/sealing.ts';
import { pair, place, stranger, today } from './intake.fixture.ts';
import * as intake from './intake.ts';
import { QUARANTINE_MAX, QUARANTINE_RESERVED } from './quarantine.ts';

it('holds up no answer for one that the quarantine has no room for, and says nothing of that one', async () => {
	const at = place();
	at.db.exec(
		`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${QUARANTINE_MAX - QUARANTINE_RESERVED - 1})
		 insert into quarantine (id, round, reason, envelope, door, day)
		 select cast(i as blob), 'r', 'invalid', '{}', 'null', '${today}' from n`
	);
	const good = await sealSubmission(submission({ channel: 'open' }), pair);
	const [first, second] = await Promise.all(
		[1, 2].map(() => sealSubmission(submission({ channel: 'open' }), stranger))
	);
	if (!first || !second) throw new Error('there are two');
	const { results: replies } = await intake.receive(at.db, at.keysFolder, [second, first, good], {
		grant: undefined,
		today
	});
	expect(replies).toEqual([
		{ id: good.id, outcome: 'counted' },
		{ id: second.id, outcome: 'quarantined', reason: 'cannot-open' }
	]);
	expect(at.total()).toBe(1);
});
