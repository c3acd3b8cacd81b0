/** A group with fewer answers than this is never shown: a neighbour could be recognised. */
export const THRESHOLD = 10;
/** A breakdown cell also needs this many offers, and this many of them unanswered: being asked must not mean having answered. */
export const MIN_OFFERED = 20;
export const MIN_UNANSWERED = 5;

/**
 * Which categories of a full partition (`unknown` included) may be shown (METHOD §4): those with fewer than `threshold`
 * are hidden, and then the smallest shown ones too, until what is hidden cannot be found by subtraction.
 *
 * @param answered n of each category
 * @param forbidden categories that must stay hidden whatever their n
 * @returns the categories to show; none when fewer than two would be left
 */
export function showable(
	answered: Map<string, number>,
	threshold: number = THRESHOLD,
	forbidden: ReadonlySet<string> = new Set()
): Set<string> {
	const bySize = [...answered].sort(([, a], [, b]) => a - b);
	const shown = new Set(
		bySize
			.filter(([category, n]) => n >= threshold && !forbidden.has(category))
			.map(([name]) => name)
	);
	for (const [category] of bySize) {
		if (coversItself(answered, shown, threshold)) break;
		shown.delete(category);
	}
	return shown.size < 2 ? new Set() : shown;
}

function coversItself(
	answered: Map<string, number>,
	shown: Set<string>,
	threshold: number
): boolean {
	const hidden = [...answered].filter(([category, n]) => !shown.has(category) && n > 0);
	const total = hidden.reduce((sum, [, n]) => sum + n, 0);
	return total === 0 || (total >= threshold && hidden.length >= 2);
}

/** Whether being offered the survey in this group says nothing about having answered it. */
export const offersHideAnswers = (offered: number, answered: number): boolean =>
	offered >= MIN_OFFERED && offered - answered >= MIN_UNANSWERED;
