import { textOf } from '$lib/server/core/form-data.ts';
import { LABEL_MAX, type Start } from '$lib/server/tablet/tablets.ts';

/** What `Choice.svelte` asks for: `<round>/<team>` in one field, and what stands on the tablet. */
export function chosenFrom(data: FormData): Start {
	const [round = '', team] = textOf(data, 'asked').split('/');
	return {
		round,
		team: team || undefined,
		label: textOf(data, 'label').trim().slice(0, LABEL_MAX)
	};
}

export const aboutOf = ({
	round,
	team,
	label
}: Pick<Start, 'round' | 'label'> & { team?: string | null }): string =>
	[round, team, label].filter(Boolean).join(' · ');
