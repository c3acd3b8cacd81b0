import type { Plan } from '$lib/plan/plan.ts';
import { remembered, type Db } from '$lib/server/core/database.ts';
import { stampOfGoals } from '$lib/server/reports/stamp.ts';
import { render } from 'svelte/server';
import Rows from './Rows.svelte';
import { publicRows, type Reading } from './rows.ts';

/** By these a browser would find its way when a page comes to life: a tenth of all that is sent, and this page never does. */
const WAYMARKS = /<!--.*?-->/g;

/**
 * All goals that everybody may see, as HTML that is whole and safe: drawn once for all who ask in a language, until something
 * is said or done that changes it. Empty where the municipality shows none.
 */
export function drawnRows(db: Db, plan: Plan, reading: Reading): string {
	const { say, language, today } = reading;
	return remembered(db, `goals in ${language}`, stampOfGoals(db, plan, today), () => {
		const home = ['', plan.municipality, ...(language === 'da' ? [] : [language])].join('/');
		const address = (goal: string) => `${home}/maal/${goal}`;
		const rows = publicRows(db, plan, reading);
		const { body } = render(Rows, { props: { say, rows, today, address } });
		return body.replaceAll(WAYMARKS, '').trim();
	});
}
