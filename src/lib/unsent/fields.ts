/** One field that somebody has changed. `n` tells fields of one name apart. */
export type Changed = { name: string; n: number } & (
	| { value: string }
	/** Of a box or a choice, by its own value. */
	| { of: string; checked: boolean }
);

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What was typed, ticked and chosen, and did not come with the page. Passwords, one-time codes and files are nobody's to keep. */
export function changedIn(form: HTMLFormElement): Changed[] {
	return numbered(form).flatMap(({ field, name, n }): Changed[] => {
		// A colour is no text, and where one cannot be used the page comes back with the nearest that can.
		if (!isChanged(field) || field.type === 'color') return [];
		return isTicked(field)
			? [{ name, n, of: field.value, checked: field.checked }]
			: [{ name, n, value: field.value }];
	});
}

/**
 * Puts back what was changed, as if it were typed again; not over what somebody has typed since the page came, which may have
 * been slow to wake. @returns how many fields it stands in now
 */
export function putBack(form: HTMLFormElement, changed: Changed[]): number {
	const fields = numbered(form);
	const newer = fields.filter(({ field }) => isChanged(field));
	const isNewer = (found: Field): boolean =>
		newer.some(
			({ field }) => field === found || (found.type === 'radio' && field.name === found.name)
		);
	let n = 0;
	for (const each of changed) {
		const found = fields.find(
			({ field, name, n: number }) =>
				name === each.name &&
				('value' in each
					? number === each.n && !isTicked(field)
					: isTicked(field) && field.value === each.of)
		)?.field;
		if (!found || isNewer(found)) continue;
		n += 1;
		if (!set(found, each)) continue;
		for (let at = found.closest('details'); at; at = at.parentElement?.closest('details') ?? null) {
			at.open = true;
		}
		for (const kind of ['input', 'change']) found.dispatchEvent(new Event(kind, { bubbles: true }));
	}
	return n;
}

/** A name for the form that it has after the next load too: where it goes, and what it is about. */
export function nameOf(form: HTMLFormElement): string {
	// One that its page arranges anew is about the same whatever stands in its lists.
	if ('arrange' in form.dataset) return form.getAttribute('action') ?? '';
	const about = [...form.elements].flatMap((each) =>
		each instanceof HTMLInputElement && each.type === 'hidden' && !('fresh' in each.dataset)
			? [`${each.name}=${each.value}`]
			: []
	);
	return [form.getAttribute('action') ?? '', ...about].join('|');
}

/** Whether its texts are to be kept here: one that is sent, and that has no keeping of its own. */
export const isKept = (form: HTMLFormElement): boolean =>
	form.method === 'post' && !('keepsItself' in form.dataset);

function set(field: Field, changed: Changed): boolean {
	if ('value' in changed) {
		if (field.value === changed.value) return false;
		field.value = changed.value;
		return true;
	}
	if (!isTicked(field) || field.checked === changed.checked) return false;
	// The other choices of a group give way by themselves.
	if (field.type === 'radio' && !changed.checked) return false;
	field.checked = changed.checked;
	return true;
}

function numbered(form: HTMLFormElement): { field: Field; name: string; n: number }[] {
	const seen = new Map<string, number>();
	return [...form.elements].filter(isField).map((field) => {
		const n = seen.get(field.name) ?? 0;
		seen.set(field.name, n + 1);
		return { field, name: field.name, n };
	});
}

const NEVER = /^(password|file|hidden|submit|button|reset|image)$/;

const isField = (each: Element): each is Field =>
	(each instanceof HTMLInputElement ||
		each instanceof HTMLTextAreaElement ||
		each instanceof HTMLSelectElement) &&
	each.name !== '' &&
	!NEVER.test(each.type) &&
	each.autocomplete !== 'one-time-code';

const isTicked = (field: Field): field is HTMLInputElement => /^(checkbox|radio)$/.test(field.type);

function isChanged(field: Field): boolean {
	if (field instanceof HTMLSelectElement) {
		const begun = [...field.options].findIndex(({ defaultSelected }) => defaultSelected);
		return field.selectedIndex !== Math.max(0, begun);
	}
	return isTicked(field)
		? field.checked !== field.defaultChecked
		: field.value !== field.defaultValue;
}
