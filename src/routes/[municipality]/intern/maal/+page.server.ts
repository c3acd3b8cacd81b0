import { sayingOf } from '../../goal-board/saying.ts';
import * as audit from '$lib/server/core/audit.ts';
import { today } from '$lib/server/core/environment.ts';
import { textsOf } from '$lib/server/core/form-data.ts';
import { board } from '$lib/server/goals/board.ts';
import * as shown from '$lib/server/goals/shown.ts';
import { seen } from '$lib/server/results/goal-figures.ts';
import { may } from '$lib/server/staff/access/access.ts';
import { signedOf } from '$lib/server/staff/session.ts';
import { rowsOf } from '../../goal-board/rows.ts';
import { authorise } from '../authorise.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, plan, session } = authorise(event);
	const day = today();
	const whole = board(db, plan, { ...seen(db, plan, day), audience: 'staff' });
	return {
		today: day,
		rows: rowsOf(whole, await sayingOf(), day),
		plan: { period: plan.period, isExpired: whole.isExpired },
		isEmpty: whole.headings.every(({ goals }) =>
			goals.every(({ measures }) => measures.every(({ series }) => series === null))
		),
		population: plan.population,
		choices: plan.goals.map(({ id, name }) => ({ value: id, label: name.da })),
		chosen: [...shown.shown(db, plan)],
		mayShow: may(signedOf(session), event.route.id, 'show')
	};
};

export const actions: Actions = {
	show: async (event) => {
		const { db, plan, staff } = authorise(event, 'show');
		const data = await event.request.formData();
		const wanted = textsOf(data, 'goal');
		const which = data.get('which');
		shown.choose(db, which === 'all' ? 'all' : which === 'none' ? [] : wanted);
		audit.log(db, {
			who: staff.id,
			what: 'goals-shown',
			about: String(shown.shown(db, plan).size),
			...audit.moment(new Date())
		});
		return { saved: true };
	}
};
