import type { Plan } from '../../plan/plan.ts';
import { isDraft } from '../../i18n/messages.ts';

/** The drafts that each municipality of the demo has chosen; one has chosen none. */
const DRAFTS: { [municipality: string]: readonly string[] } = {
	stevns: ['uk', 'ar'],
	glostrup: ['ar', 'tr', 'so', 'fa'],
	soenderborg: ['de', 'pl', 'uk']
};
/** Offers all that there is. */
const WITH_ALL = 'vejen';

/** What citizens of the demo are offered, in the plan's order. */
export const offeredIn = ({ municipality, languages }: Plan): string[] =>
	languages.filter(
		(each) =>
			!isDraft(each) || municipality === WITH_ALL || DRAFTS[municipality]?.includes(each) === true
	);
