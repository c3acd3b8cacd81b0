import { load as loadMessages } from '$lib/i18n/messages.ts';
import { today } from '$lib/server/core/environment.ts';
import { template } from '$lib/server/goals/importing.ts';
import type { RequestHandler } from './$types';
import { authorise } from '../../authorise.ts';

export const GET: RequestHandler = async (event) => {
	const { db, plan } = authorise(event);
	const d = await loadMessages('da', 'desk');
	return new Response(template(db, plan, today(), d.goals.sourceDefault()), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="tal-${plan.municipality}-${today()}.csv"`
		}
	});
};
