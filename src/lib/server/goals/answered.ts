import type { Initiative, InitiativeState } from '../../goals/initiative.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Db } from '../core/database.ts';
import * as initiatives from './initiatives.ts';
import { isOf } from './planned.ts';

/** What can be said to those who said it; an idea that nobody has taken up is no answer yet. */
const ANSWERS: readonly InitiativeState[] = ['agreed', 'doing', 'done', 'cannot'];

/** "I sagde – vi gjorde": what the municipality shows of what it heard and did, what happened last first. */
export const answered = (db: Db, plan: Plan): Initiative[] =>
	initiatives
		.forPublic(initiatives.all(db, plan))
		.filter(
			({ heard, state, answers }) =>
				heard !== '' && ANSWERS.includes(state) && !isOf(answers, 'plan')
		)
		.sort((a, b) => (lastOf(a) < lastOf(b) ? 1 : -1));

const lastOf = ({ history }: Initiative): string => history.at(-1)?.on ?? '';
