import { addMonths, firstDay, lastDay, monthOf, type Day, type Month } from '../../../calendar.ts';
import type { Text } from '../../../i18n/text.ts';
import type { Plan } from '../../../plan/plan.ts';
import { ALPHABET } from '../../../survey/code.ts';
import type { Breakdown, Channel, Round } from '../../../survey/round.ts';
import { questionnaireHash } from '../../rounds/questionnaire-hash.ts';
import { breakdownsOf } from '../../rounds/rounds.ts';
import type { Profile } from './profile.ts';

/** The months of answers before the one that today lies in. */
export const CLOSED_MONTHS = 12;

/** Each breakdown has a unit of its own, so that the demo shows quarters, half-years and whole rounds. */
const UNITS: { [name in Breakdown['name']]: Breakdown['unit'] } = {
	team: 'quarter',
	situation: 'half-year',
	'meeting-form': 'quarter',
	language: 'round'
};

/** Two rounds of the plan's first questionnaire: one that closed half a year ago, and one that is open. */
export function roundsOf(plan: Plan, today: Day, profile: Profile): Round[] {
	const month = monthOf(today);
	return [
		round(plan, profile, prefixOf(plan, 0), addMonths(month, -CLOSED_MONTHS), addMonths(month, -7)),
		round(plan, profile, prefixOf(plan, 1), addMonths(month, -6), addMonths(month, 2))
	];
}

/** Another in each municipality and each round, and the same at every start: the letter by the municipality's name. */
export function prefixOf({ municipality }: Pick<Plan, 'municipality'>, round: 0 | 1): string {
	const sum = [...municipality].reduce((all, letter) => all * 11 + letter.charCodeAt(0), 0);
	const letters = [...ALPHABET].filter((each) => /[A-Z]/.test(each));
	return `${letters[sum % letters.length]}${round === 0 ? '2' : '3'}`;
}

function round(plan: Plan, profile: Profile, prefix: string, from: Month, to: Month): Round {
	const [questionnaire] = plan.questionnaires;
	if (!questionnaire) throw new Error(`${plan.municipality} has no questionnaire`);
	const channels: Channel[] = ['tablet', 'open'];
	if (profile.codes > 0) channels.unshift('code');
	if (profile.paper > 0) channels.push('paper');
	return {
		id: from,
		prefix,
		name: name(from, to),
		questionnaire: questionnaireHash(questionnaire),
		opensOn: firstDay(from),
		closesOn: lastDay(to),
		channels,
		breakdowns: breakdownsOf(plan, 'quarter').map((each) => ({ ...each, unit: UNITS[each.name] }))
	};
}

function name(from: Month, to: Month): Text {
	const span = (locale: string): string =>
		[from, to]
			.map((month) =>
				new Date(`${month}-15T12:00:00Z`).toLocaleDateString(locale, {
					month: 'long',
					year: 'numeric',
					timeZone: 'UTC'
				})
			)
			.join(' – ');
	return {
		da: `Måling ${span('da-DK')}`,
		let: `Spørgsmål ${span('da-DK')}`,
		en: `Survey ${span('en-GB')}`
	};
}
