import type { Item, Questionnaire } from '../survey/questionnaire.ts';
import { isSameStatement } from './wordings.ts';

/** What rounds have asked: it is never changed, whatever the plan says since. */
export type Asked = {
	/** Whether a round has asked exactly these items. */
	isUsed: (questionnaire: Questionnaire) => boolean;
	/** Questionnaires of rounds, as they were asked. */
	questionnaires: readonly Questionnaire[];
};

/**
 * Puts an edited questionnaire among a plan's. One that a round has asked stands as it was, retired, and its new wording is
 * a new questionnaire; its name, its sources and what its items measure may be mended in place, as they are not asked.
 * A statement with other words gets an id of its own, so that a target never judges what it was not set for.
 *
 * @param id the edited one's; one that no questionnaire has is a new one
 * @returns the questionnaires, and which of them the edited one has become
 */
export function revise(
	all: readonly Questionnaire[],
	id: string,
	{ id: _, ...edited }: Questionnaire,
	asked: Asked
): { questionnaires: Questionnaire[]; id: string; isNew: boolean } {
	const old = all.find((each) => each.id === id);
	const others = all.filter((each) => each.id !== id);
	const isKept = old !== undefined && asked.isUsed(old) && !isSameAsked(old, edited);
	const known = [...others, ...asked.questionnaires, ...(isKept ? [old] : [])];
	const items = withOwnIds(edited.items, known);
	if (!isKept) {
		const kept = { ...edited, id, items };
		const questionnaires = old ? all.map((each) => (each === old ? kept : each)) : [...all, kept];
		return { questionnaires, id, isNew: !old };
	}
	const newId = freeId(
		id,
		all.map((each) => each.id)
	);
	const questionnaires = all.flatMap((each) =>
		each === old
			? [
					{ ...edited, id: newId, items },
					{ ...old, retired: true as const }
				]
			: [each]
	);
	return { questionnaires, id: newId, isNew: true };
}

/** A name that nothing else has: `samtale`, `samtale-2`, `samtale-3`. */
export function freeId(wanted: string, taken: readonly string[]): string {
	const stem = wanted.replace(/-\d+$/, '');
	if (!taken.includes(wanted)) return wanted;
	for (let n = 2; ; n++) if (!taken.includes(`${stem}-${n}`)) return `${stem}-${n}`;
}

/** What the citizen sees and what decides the figure, in every language: the same as the hash is taken of. */
const isSameAsked = (a: Pick<Questionnaire, 'items'>, b: Pick<Questionnaire, 'items'>): boolean =>
	JSON.stringify(askedOf(a)) === JSON.stringify(askedOf(b));

const askedOf = ({ items }: Pick<Questionnaire, 'items'>) =>
	items.map(({ id, text, scale, key }) => [id, Object.entries(text).sort(), scale, key ?? false]);

function withOwnIds(items: readonly Item[], known: readonly Questionnaire[]): Item[] {
	const elsewhere = known.flatMap((each) => each.items);
	const taken = [...elsewhere, ...items].map((item) => item.id);
	return items.map((item, at) => {
		const isTwin = items.findIndex((other) => other.id === item.id) < at;
		const isOther = elsewhere.some((each) => each.id === item.id && !isSameStatement(each, item));
		if (!isTwin && !isOther) return item;
		const same = elsewhere.find((each) => isSameStatement(each, item));
		const isFree = same && !items.some((other) => other.id === same.id);
		const id = isFree ? same.id : freeId(item.id, taken);
		taken.push(id);
		return { ...item, id };
	});
}
